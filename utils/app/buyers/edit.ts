import { maxNameLength } from '../../domain/customers/alias';
import { clockOf, withFields, withPart } from '../../domain/customers/clocked';
import { withTags } from '../../domain/customers/tags';
import { brandAs, type BuyerKey } from '../../domain/ids';
import type { BuyerRow, BuyerSignal, Stamp } from '../../domain/records';
import { err, ok, type Result } from '../../domain/result';
import { mayHoldContact } from '../../domain/text/contact';
import { buyerTopic } from '../../platform/settings/change-signal';
import type { ApiProblem, ApiResult } from '../api';
import type { BuyersApi, FieldChange, FieldChanged } from '../buyers-api';
import { announcing, changing, checkedText, reading, type RecordDeps } from '../records';
import { rootOf } from './refresh';

/** Most tags of a record, and the longest. Units: UTF-16 units. */
const MOST_TAGS = 20;
const LONGEST_TAG = 40;
/** Most free fields of a record, their longest name and value. Units: UTF-16 units. */
const MOST_FIELDS = 30;
const LONGEST_FIELD = { name: 40, value: 500 };
/** Records that are tagged in one transaction: few enough that a page stays at work in between. */
const PART = 200;

const SIGNALS: readonly BuyerSignal[] = ['wholesale', 'sample', 'partner', 'opted-out'];
const COUNTRY = /^[A-Z]{2}$/;
const LANG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const checkedTags = (tags: readonly string[]): Result<readonly string[], ApiProblem> => {
  const checked = tags.map((tag) => checkedText(tag.replace(/\s+/g, ' '), { field: 'tags', max: LONGEST_TAG }));
  const wrong = checked.find((tag) => !tag.ok);
  return wrong && !wrong.ok ? wrong : ok(checked.flatMap((tag) => (tag.ok ? [tag.value] : [])));
};

/** A field as its parts: the map it stands in, and its name in there. */
const partOf = (field: FieldChange['field']): { readonly map: 'signals' | 'fields'; readonly name: string } | null => {
  const [, map, name] = /^(signals|fields)\.(.+)$/s.exec(field) ?? [];
  return (map === 'signals' || map === 'fields') && name !== undefined ? { map, name } : null;
};

const valueOf = (row: BuyerRow, field: FieldChange['field']): string => {
  const part = partOf(field);
  if (part) {
    const parts: Readonly<Record<string, string>> = row[part.map] ?? {};
    return parts[part.name] ?? '';
  }
  return row[field as 'displayName' | 'country' | 'lang'] ?? '';
};

const isValid = (field: FieldChange['field'], value: string): boolean => {
  const part = partOf(field);
  if (part?.map === 'signals')
    return (SIGNALS as readonly string[]).includes(part.name) && (value === '' || DAY.test(value));
  if (part) return part.name.length <= LONGEST_FIELD.name && value.length <= LONGEST_FIELD.value;
  if (value === '') return true;
  if (field === 'country') return COUNTRY.test(value);
  if (field === 'lang') return LANG.test(value);
  return field === 'displayName' && value.length <= maxNameLength;
};

const checkedValue = ({ field, value }: FieldChange): Result<string, ApiProblem> => {
  const trimmed = value.trim();
  if (!isValid(field, trimmed)) return err({ kind: 'invalid', field });
  // A day looks like a telephone number to whoever looks for one.
  const isFree = field === 'displayName' || field.startsWith('fields.');
  return isFree && mayHoldContact(trimmed) ? err({ kind: 'invalid', field, why: 'contact' }) : ok(trimmed);
};

const withField = (row: BuyerRow, { field, value }: FieldChange, stamp: Stamp): BuyerRow => {
  const part = partOf(field);
  // A signal that was taken back stays empty, so that no page brings it up again.
  if (part?.map === 'signals') return withPart(row, { ...part, value }, stamp);
  if (part) return withPart(row, { ...part, value: value === '' ? null : value }, stamp);
  const own = field as NonNullable<BuyerRow['byHand']>[number];
  const others = (row.byHand ?? []).filter((one) => one !== own);
  // What was taken away may be filled in by a page again.
  const byHand = value === '' ? others : [...others, own];
  return withFields<BuyerRow>(
    row,
    { [own]: value === '' ? null : value, byHand: byHand.length > 0 ? byHand : null },
    stamp,
  );
};

const hasTooMany = ({ tags }: BuyerRow): boolean => tags.length > MOST_TAGS;

const isLive = (row: BuyerRow | undefined): row is BuyerRow => row !== undefined && row.deleted === 0;

/** What a person changes in a record by hand. */
export const createBuyerEdits = (deps: RecordDeps): Pick<BuyersApi, 'tag' | 'setField'> => ({
  tag: async ({ keys, add = [], remove = [] }) => {
    const [added, removed] = [checkedTags(add), checkedTags(remove)];
    if (!added.ok) return added;
    if (!removed.ok) return removed;
    const unique = [...new Set(keys)];
    const change = { add: added.value, remove: removed.value };
    // Of many none is changed when one would have too many: the others would be left half tagged.
    const room = await reading(deps, async (db) => {
      for (let from = 0; from < unique.length; from += PART) {
        const rows = (await db.buyers.bulkGet(unique.slice(from, from + PART))).filter(isLive);
        if (rows.some((row) => hasTooMany(withTags(row, change, row)))) return err({ kind: 'invalid', field: 'tags' });
      }
      return ok(null);
    });
    if (!room.ok) return room;
    const done: BuyerKey[] = [];
    for (let from = 0; from < unique.length; from += PART) {
      const changed = await changing(deps, ['buyers'], async ({ db, stamp, touch, log }) => {
        const rows = await db.buyers.bulkGet(unique.slice(from, from + PART));
        if (unique.length === 1 && !isLive(rows[0])) return err({ kind: 'not-found' });
        // A record that was joined is shown as its root, with the root's tags.
        const roots = await Promise.all(rows.filter(isLive).map((row) => rootOf(db, row)));
        const next = [...new Map(roots.map((row) => [row.key, row])).values()].flatMap((row) => {
          const tagged = withTags(row, change, stamp(row.shopId));
          return tagged === row ? [] : [tagged];
        });
        if (next.some(hasTooMany)) return err({ kind: 'invalid', field: 'tags' });
        await db.buyers.bulkPut(next);
        for (const { key, shopId, tags } of next) {
          touch(key, 'words');
          log({ shopId, what: 'buyer.tagged', buyerKey: key, detail: { tags: tags.length } });
        }
        return ok(next.map(({ key }) => key));
      });
      if (!changed.ok) {
        // What was changed before is changed, and whoever shows it should know.
        await deps.announce(done.map(buyerTopic));
        return changed;
      }
      done.push(...changed.value);
    }
    return announcing(deps, ok(done), done.map(buyerTopic));
  },

  setField: async (asked): ApiResult<FieldChanged> => {
    const { buyerKey, field, seen } = asked;
    const checked = checkedValue(asked);
    if (!checked.ok) return checked;
    const changed = await changing<FieldChanged>(deps, ['buyers'], async (change) => {
      const found = await change.db.buyers.get(buyerKey);
      if (found === undefined || found.deleted === 1)
        return err({ kind: found?.forgotten === 1 ? 'forgotten' : 'not-found' });
      const row = await rootOf(change.db, found);
      const theirs = valueOf(row, field);
      if (theirs === checked.value) return ok({ kind: 'saved', buyer: row });
      if (seen !== undefined && clockOf(row, field) > seen) return ok({ kind: 'conflict', theirs, buyer: row });
      const next = withField(row, { ...asked, value: checked.value }, change.stamp(row.shopId));
      if (Object.keys(next.fields ?? {}).length > MOST_FIELDS) return err({ kind: 'invalid', field });
      await change.db.buyers.put(next);
      change.touch(next.key, field === 'displayName' ? 'words' : undefined);
      change.log({ shopId: row.shopId, what: 'buyer.edited', buyerKey: row.key });
      const buyer = (await change.settle()).get(next.key) ?? next;
      return ok({ kind: 'saved', buyer });
    });
    const isSaved = changed.ok && changed.value.kind === 'saved';
    return isSaved ? announcing(deps, changed, [buyerTopic(brandAs<'BuyerKey'>(changed.value.buyer.key))]) : changed;
  },
});
