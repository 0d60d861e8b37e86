import type { Lang } from '../../domain/ids';
import { textPrint } from '../../domain/replies/desk/text-print';
import type { ReplyTemplate } from '../../domain/replies/template';
import { err, ok, type Result } from '../../domain/result';
import type { ApiProblem } from '../api';
import type { ChangeBook } from './change-book';
import { tidyTags } from './read-template';

type Languages = ReplyTemplate['languages'];

/**
 * Puts tags on a reply and takes tags off.
 *
 * Errors: `invalid` with `tags` when one is too long or there are too many.
 */
export const tag = (
  book: ChangeBook,
  id: string,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Result<null, ApiProblem> => {
  const now = book.now(id);
  if (!now) return ok(null);
  const before = now.template.tags ?? [];
  const tags = tidyTags([...before.filter((one) => !remove.includes(one)), ...add]);
  if (tags === null) return err({ kind: 'invalid', field: 'tags' });
  if (tags.join('\n') === before.join('\n')) return ok(null);
  // Tags are no reason to stay behind when the words that ship get better.
  book.decide(id, now.origin === 'shipped' ? { tags } : { template: { ...now.template, tags: [...tags] } });
  return ok(null);
};

/** Signs languages of a reply as read, or with null takes the signature back; what ships as read stays so. */
export const sign = (
  book: ChangeBook,
  id: string,
  { langs, reader }: { readonly langs: readonly Lang[]; readonly reader: { by: string; on: string } | null },
): void => {
  const now = book.now(id);
  if (!now) return;
  const wanted = langs.filter((lang) => {
    const status = now.template.languages[lang]?.status;
    if (!status || !reader) return status?.state === 'reviewed';
    return status.state === 'draft' || status.by !== reader.by || status.on !== reader.on;
  });
  if (wanted.length === 0) return;
  if (now.origin === 'shipped') {
    const others = Object.entries(book.row(id)?.reviews ?? {}).filter(([lang]) => !wanted.includes(lang));
    const signed = wanted.flatMap((lang) =>
      reader ? [[lang, { ...reader, print: textPrint(now.template.languages[lang]!.texts) }] as const] : [],
    );
    book.decide(id, { reviews: Object.fromEntries([...others, ...signed]) });
    return;
  }
  const status = reader ? { state: 'reviewed' as const, ...reader } : { state: 'draft' as const };
  const signed = wanted.map((lang) => [lang, { ...now.template.languages[lang]!, status }] as const);
  const languages: Languages = { ...now.template.languages, ...Object.fromEntries(signed) };
  book.decide(id, { template: { ...now.template, languages } });
};
