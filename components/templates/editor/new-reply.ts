import type { Lang } from '@/utils/domain/ids';
import { ANY_INTENT, type ReplyTemplate } from '@/utils/domain/replies/template';

// The lines every reply begins and ends with; their ids are the same all through the catalogue.
const FRAME = ['greeting', 'close', 'shop'] as const;

/** An id for a reply of the desk's own. */
export const freshReplyId = (): string => `own-${crypto.randomUUID()}`;

/**
 * How the replies at hand begin and end in a language, by the id of the line: of several ways the most usual one.
 */
export function usualLines(templates: readonly ReplyTemplate[], lang: Lang): Readonly<Record<string, string>> {
  return Object.fromEntries(
    FRAME.flatMap((id) => {
      const counts = new Map<string, number>();
      for (const { languages } of templates) {
        const text = languages[lang]?.texts[id];
        if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
      }
      const [usual] = [...counts].sort(([, a], [, b]) => b - a);
      return usual ? [[id, usual[0]]] : [];
    }),
  );
}

/** A reply to begin with: greeting, an empty sentence, closing line and shop name in the languages given. */
export function freshReply(id: string, langs: readonly Lang[], templates: readonly ReplyTemplate[]): ReplyTemplate {
  const blocks: ReplyTemplate['blocks'] = [
    { id: 'greeting', role: 'greeting', before: '' },
    { id: 'answer', role: 'answer', before: '\n\n' },
    { id: 'close', role: 'close', before: '\n\n' },
    { id: 'shop', role: 'close', before: '\n', needs: ['shopName'], optional: true },
  ];
  const languages = [...new Set(langs)].map((lang) => {
    const usual = usualLines(templates, lang);
    const texts = Object.fromEntries(blocks.map((block) => [block.id, usual[block.id] ?? '']));
    // Nobody calls a shop by another name in another language.
    return [lang, { status: { state: 'draft' as const }, texts: { ...texts, shop: '{{ shopName }}' } }] as const;
  });
  return {
    id,
    intent: ANY_INTENT,
    kind: 'reply',
    title: { en: '', 'zh-CN': '' },
    scope: {},
    variables: [
      { name: 'buyerName', type: 'text', required: false },
      { name: 'shopName', type: 'text', required: false },
    ],
    blocks,
    languages: Object.fromEntries(languages),
  };
}

/** The same reply under an id of its own. */
export const copyOfReply = (reply: ReplyTemplate, id: string, title: ReplyTemplate['title']): ReplyTemplate => ({
  ...reply,
  id,
  title,
});

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** How many sentences of a reply are written in a language. */
export const writtenIn = ({ blocks, languages }: ReplyTemplate, lang: Lang): number =>
  blocks.filter(({ id }) => !isBlank(languages[lang]?.texts[id])).length;

/**
 * The reply as it is kept: languages nobody has begun are left out, every other one has a text for each sentence and none
 * beside, and a title in one language stands for the other.
 */
export function replyToKeep(reply: ReplyTemplate): ReplyTemplate {
  const en = reply.title.en.trim();
  const zh = reply.title['zh-CN'].trim();
  const languages = Object.entries(reply.languages)
    .filter(([lang]) => writtenIn(reply, lang) > 0)
    .map(([lang, own]) => {
      const texts = Object.fromEntries(reply.blocks.map(({ id }) => [id, own.texts[id] ?? '']));
      return [lang, { ...own, texts }] as const;
    });
  return {
    ...reply,
    title: { ...reply.title, en: en || zh, 'zh-CN': zh || en },
    languages: Object.fromEntries(languages),
  };
}
