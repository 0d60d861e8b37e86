import { createEdits } from '@/utils/app/edits';
import { createDeskTemplates, type DeskTemplatesDeps } from '@/utils/app/templates';
import type { ListedTemplate, TemplateDesk } from '@/utils/app/templates-api';
import type { ReplyCatalogue } from '@/utils/domain/replies/suggest';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { aDesk, valueOf } from './desk';

/** A reply with a greeting and an answer; each answer names its language and the words given. */
export const aReply = (
  id: string,
  {
    langs = ['en', 'de'],
    words = 'First words',
    ...change
  }: Partial<ReplyTemplate> & { langs?: readonly string[]; words?: string } = {},
): ReplyTemplate => ({
  id,
  intent: 'any',
  kind: 'reply',
  title: { en: `Reply ${id}`, 'zh-CN': `回复 ${id}` },
  scope: {},
  variables: [{ name: 'buyerName', type: 'text', required: false }],
  blocks: [
    { id: 'greeting', role: 'greeting', before: '' },
    { id: 'answer', role: 'answer', before: '\n\n' },
  ],
  languages: Object.fromEntries(
    langs.map((lang) => [
      lang,
      {
        status: { state: 'draft' },
        texts: { greeting: 'Hello{% if buyerName %} {{ buyerName }}{% endif %},', answer: `${words} in ${lang}.` },
      },
    ]),
  ),
  ...change,
});

/** Two replies ship, in the languages that are asked for and English. */
export const shippedReplies = [aReply('late-parcel'), aReply('where-is-it', { tags: ['parcel'] })];

/** What ships, as the product hands it out: the same object for the same languages. */
export const aCatalogue = (replies: readonly ReplyTemplate[] = shippedReplies) => {
  const shelves = new Map<string, ReplyCatalogue>();
  return {
    templates: (langs: readonly string[]): Promise<ReplyCatalogue> => {
      const wanted = ['en', ...langs].sort().join();
      const shelf = shelves.get(wanted) ?? {
        templates: replies.map((reply) => ({
          ...reply,
          languages: Object.fromEntries(
            Object.entries(reply.languages).filter(([lang]) => wanted.split(',').includes(lang)),
          ),
        })),
      };
      shelves.set(wanted, shelf);
      return Promise.resolve(shelf);
    },
  };
};

/** A desk with two shipped replies, its edits, and a way to open the same store once more, as another page does. */
export const aTemplateDesk = ({
  initials = 'KL',
  ...change
}: Partial<DeskTemplatesDeps> & { initials?: string } = {}) => {
  const desk = aDesk();
  const catalogue = aCatalogue();
  const edits = createEdits(desk.deps);
  const deps: DeskTemplatesDeps = { ...desk.deps, catalogue: () => Promise.resolve(catalogue), edits, ...change };
  const templates = createDeskTemplates(deps);
  return {
    ...desk,
    catalogue,
    templates,
    again: () => createDeskTemplates(deps),
    /** The agent of this desk gets initials. */
    settled: async () => {
      valueOf(await templates.allowOnlyReviewed({ on: false }));
      const db = await desk.db();
      const [agent] = await db.agents.toArray();
      await db.agents.put({ ...agent!, initials });
      desk.announced.length = 0;
    },
  };
};

/** The reply with this id; fails the test when the desk has none. */
export const replyOf = ({ templates }: TemplateDesk, id: string): ListedTemplate => {
  const found = templates.find(({ template }) => template.id === id);
  if (!found) throw new Error(`no reply ${id}`);
  return found;
};

/** The answer of a reply in one language. */
export const answerOf = (reply: ReplyTemplate | undefined, lang = 'en'): string | undefined =>
  reply?.languages[lang]?.texts['answer'];
