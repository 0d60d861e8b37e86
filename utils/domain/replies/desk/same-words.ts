import type { TextStatus } from '../draft';
import type { ReplyTemplate } from '../template';

type Body = ReplyTemplate['languages'][string];

const hasSameTexts = (a: Body | undefined, b: Body | undefined): boolean => {
  if (a === b) return true;
  if (!a || !b) return false;
  const blocks = Object.keys(a.texts);
  return blocks.length === Object.keys(b.texts).length && blocks.every((block) => a.texts[block] === b.texts[block]);
};

const isSameStatus = (a: TextStatus, b: TextStatus): boolean =>
  a.state === 'reviewed' ? b.state === 'reviewed' && a.by === b.by && a.on === b.on : b.state === 'draft';

const sorted = (record: object): unknown => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** Everything but the languages, in one order whatever order it came in; an empty list is none. */
const frameOf = ({ title, tags = [], scope, place, variables, blocks, intent, kind }: ReplyTemplate): string =>
  JSON.stringify([
    [intent, kind, tags, place ?? null],
    [sorted(title), sorted(scope)],
    variables.map(sorted),
    blocks.map((block) => sorted({ ...block, needs: block.needs?.length ? block.needs : undefined })),
  ]);

/** Whether two templates are the same but for who has read them; their ids are not compared. */
export const isSameReply = (a: ReplyTemplate, b: ReplyTemplate): boolean => {
  if (a === b) return true;
  const langs = Object.keys(a.languages);
  return (
    langs.length === Object.keys(b.languages).length &&
    langs.every((lang) => hasSameTexts(a.languages[lang], b.languages[lang])) &&
    frameOf(a) === frameOf(b)
  );
};

/** Whether the same languages of two templates bear the same signatures. */
export const hasSameSignatures = (a: ReplyTemplate, b: ReplyTemplate): boolean =>
  Object.entries(a.languages).every(([lang, { status }]) => {
    const other = b.languages[lang];
    return other !== undefined && isSameStatus(status, other.status);
  });

/**
 * The template with signatures only where they are true: words that stand as they stood keep theirs, other words are a draft.
 * `file`: a signature that came with the words is believed, somebody at another desk has read them.
 */
export const withTrueSignatures = (
  next: ReplyTemplate,
  before: ReplyTemplate | undefined,
  from: 'form' | 'file',
): ReplyTemplate => {
  const statusOf = (lang: string, body: Body): TextStatus => {
    const old = before?.languages[lang];
    const known = old && hasSameTexts(old, body) ? old.status : undefined;
    if (known?.state === 'reviewed') return known;
    return from === 'file' ? body.status : (known ?? { state: 'draft' });
  };
  const languages = Object.entries(next.languages).map(([lang, body]) => [
    lang,
    { ...body, status: statusOf(lang, body) },
  ]);
  return { ...next, languages: Object.fromEntries(languages) as ReplyTemplate['languages'] };
};
