/** Values of rows that have a reader of their own, each held to the caps of bundles before and after it is asked. */
import * as v from 'valibot';
import type { OwnWords } from '../compliance/desk-rules';
import { readOwnRule } from '../compliance/desk/own-rule';
import { readTemplate, type ReplyTemplate } from '../replies/template';
import { err, ok, type Result } from '../result';
import { readShopProfile, type ShopProfile } from '../shop-profile';
import { ownData } from './own-data';
import { isPlainObject, isSafeKey } from './row-parts';

type FieldProblem = { readonly kind: 'invalid'; readonly field: string };

/** A schema around a reader, with the reader's place of the problem as the path. */
const readBy = <T>(read: (value: Readonly<Record<string, unknown>>) => Result<T, FieldProblem>) =>
  v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isPlainObject),
    v.rawTransform<Readonly<Record<string, unknown>>, T>(({ dataset, addIssue, NEVER }) => {
      const own = ownData(dataset.value);
      const done = own.ok ? read(own.value as Readonly<Record<string, unknown>>) : own;
      if (done.ok) return done.value;
      const keys = done.error.field.split('.').filter((key) => key !== '');
      const [first, ...others] = keys.map((key) => ({
        type: 'unknown' as const,
        origin: 'value' as const,
        input: dataset.value,
        key,
        value: undefined,
      }));
      addIssue(first ? { path: [first, ...others] } : {});
      return NEVER;
    }),
  );

/** Titles may be in any language, and the reader of templates lets in whatever stands beside those it asks for. */
const withTextTitles = (template: ReplyTemplate): ReplyTemplate => {
  const isText = (value: unknown): boolean => typeof value === 'string';
  const title = Object.fromEntries(Object.entries(template.title).filter(([, value]) => isText(value)));
  return { ...template, title: title as ReplyTemplate['title'] };
};

/** The first name by which texts are looked up that every object inherits. */
const inheritedName = ({ blocks, id }: ReplyTemplate): string | null => {
  if (!isSafeKey(id)) return 'id';
  const at = blocks.findIndex((block) => !isSafeKey(block.id));
  return at < 0 ? null : `blocks.${at}.id`;
};

const readReply = (value: unknown): Result<ReplyTemplate, FieldProblem> => {
  const read = readTemplate(value);
  if (!read.ok) return err({ kind: 'invalid', field: read.error.field });
  const field = inheritedName(read.value);
  return field === null ? ok(withTextTitles(read.value)) : err({ kind: 'invalid', field });
};

/** The desk's own words of a reply. */
export const replyTemplate = readBy(readReply);

/** What the replies of a shop have in common. */
export const shopProfile = readBy((value): Result<ShopProfile, FieldProblem> => {
  const read = readShopProfile(value);
  return read.ok ? read : err({ kind: 'invalid', field: read.field });
});

/** The words of a rule of the desk's own, held to what the form and packs of rules are held to. */
export const ownWords = readBy((value): Result<OwnWords, FieldProblem> => {
  // The id and the locks stand in the row.
  const read = readOwnRule({ ...value, id: 'own-words', locked: undefined });
  if (!read.ok) return err({ kind: 'invalid', field: 'field' in read.error ? read.error.field : 'words' });
  const { id: _id, locked: _locked, ...words } = read.value;
  return ok(words);
});
