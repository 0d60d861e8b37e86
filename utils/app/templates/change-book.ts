import { deskTemplate, signaturesFor, type DeskTemplate } from '../../domain/replies/desk/shelf';
import { isSameReply } from '../../domain/replies/desk/same-words';
import type { ReplyTemplate } from '../../domain/replies/template';
import type { TemplateRow, TemplateVersionRow } from '../../domain/records';
import type { Db } from '../../platform/db/schema';
import { groupBy } from '../group-by';
import { noShop, type Change } from '../records';

/** Most earlier words kept of one template; the oldest go. */
export const MOST_VERSIONS = 20;

/** Most removed replies of the desk's own that can still be put back; the ones removed first go for good. */
export const MOST_REMOVED = 6_000;

/** Templates by id as they ship, in every language. */
export type ShippedTemplates = ReadonlyMap<string, ReplyTemplate>;

type Decision = Partial<Pick<TemplateRow, 'template' | 'off' | 'reviews' | 'tags' | 'deleted'>>;

/** What one change does to the rows of a desk; nothing is written before `write`. */
export interface ChangeBook {
  /** The reply as it is now; null when nobody has it. */
  now(id: string): DeskTemplate | null;
  row(id: string): TemplateRow | undefined;
  decide(id: string, decision: Decision): void;
  /** Gives a reply other words; the desk's own before are kept as a version. Words that ship need no copy here. */
  reword(id: string, template: ReplyTemplate): void;
  /** Gives a shipped reply its shipped words back; the desk's own are kept as a version. */
  unword(id: string): void;
  /** Takes the removal of a reply back: it is there again, or has again the words it had last. */
  putBack(id: string): Promise<void>;
  /** The rows as they will be. */
  readonly rows: readonly TemplateRow[];
  /** How many of these rows are words of the desk where there were none. */
  readonly added: number;
  /** Writes rows and versions. */
  write(): Promise<void>;
}

const hasWords = (row: TemplateRow | undefined): boolean => row?.template !== undefined && row.deleted === 0;

/** Keys of the versions of a template, the oldest first: they end with the clock reading. */
export const versionKeys = (db: Db, templateId: string): Promise<readonly string[]> =>
  db.templateVersions.where('templateId').equals(templateId).primaryKeys();

const pruned = async (db: Db, kept: readonly TemplateVersionRow[]): Promise<readonly string[]> => {
  // One walk over the index: five hundred questions of a portion of a file would take twice as long.
  const keys = await db.templateVersions
    .where('templateId')
    .anyOf(kept.map(({ templateId }) => templateId))
    .primaryKeys();
  const byTemplate = groupBy(keys, (key) => [key.slice(0, key.indexOf(':'))]);
  return [...byTemplate.values()].flatMap((ofOne) => ofOne.slice(0, Math.max(0, ofOne.length + 1 - MOST_VERSIONS)));
};

/**
 * Lets go of what was removed longest ago, once there is much of it: files that come and go under other ids would fill the disk.
 * Asks for no more than a number as long as there is not.
 */
export const dropRemoved = async (db: Db, mostRows: number): Promise<void> => {
  if ((await db.templates.count()) <= mostRows + MOST_REMOVED) return;
  const removed = await db.templates.filter(({ deleted }) => deleted === 1).toArray();
  const oldest = removed.sort((a, b) => (a.hlc < b.hlc ? -1 : 1)).slice(0, -MOST_REMOVED);
  const ids = oldest.map(({ id }) => id);
  await db.templates.bulkDelete(ids);
  await db.templateVersions.where('templateId').anyOf(ids).delete();
};

/** Opens these rows for a change. */
export const openBook = (work: Change, shipped: ShippedTemplates, rows: readonly TemplateRow[]): ChangeBook => {
  const before = new Map(rows.map((one) => [one.id, one]));
  const after = new Map<string, TemplateRow>();
  const versions = new Map<string, TemplateVersionRow>();
  const taken: string[] = [];
  const row = (id: string): TemplateRow | undefined => after.get(id) ?? before.get(id);

  const decide = (id: string, decision: Decision): void => {
    after.set(id, {
      off: 0,
      reviews: {},
      ...row(id),
      ...work.stamp(noShop),
      deleted: 0,
      at: work.now,
      ...decision,
      id,
    });
  };

  const keepVersion = (id: string): void => {
    const old = before.get(id);
    if (!old?.template || versions.has(id)) return;
    // Whose words they were, not who replaced them.
    const author = { authorId: old.authorId, at: old.at };
    const stamp = work.stamp(noShop);
    const version = { id: `${id}:${stamp.hlc}`, templateId: id, template: old.template };
    versions.set(id, { ...stamp, ...author, ...version });
  };

  /** Back to the words that ship; signatures that are true of them as well are kept. */
  const drop = (id: string, ships: ReplyTemplate, signed: ReplyTemplate, decision: Decision): void => {
    keepVersion(id);
    const { template: _words, ...rest } = row(id) ?? { reviews: {} };
    after.set(id, rest as TemplateRow);
    decide(id, { reviews: { ...rest.reviews, ...signaturesFor(ships, signed) }, ...decision });
  };

  return {
    now: (id) => deskTemplate(shipped.get(id), row(id)),
    row,
    decide,
    unword: (id) => {
      const [ships, words] = [shipped.get(id), row(id)?.template];
      if (ships && words) drop(id, ships, words, {});
    },
    reword: (id, template) => {
      const [ships, tags] = [shipped.get(id), template.tags ?? []];
      if (ships && isSameReply({ ...ships, tags: template.tags }, template)) {
        const isTagged = row(id)?.tags !== undefined || tags.join('\n') !== (ships.tags ?? []).join('\n');
        drop(id, ships, template, isTagged ? { tags } : {});
        return;
      }
      const words = row(id)?.template;
      // Signatures alone are no other words.
      if (!words || !isSameReply(words, template)) keepVersion(id);
      decide(id, { template, ...(row(id)?.deleted === 1 ? { off: 0, reviews: {} } : {}) });
    },
    putBack: async (id) => {
      const gone = row(id);
      if (gone?.template) {
        if (gone.deleted === 1) decide(id, {});
        return;
      }
      const key = gone && (await versionKeys(work.db, id)).at(-1);
      const last = key === undefined ? undefined : await work.db.templateVersions.get(key);
      // Written in one change with the row: the removal was the last thing that happened to it.
      if (last?.hlc !== gone?.hlc || !last) return;
      decide(id, { template: last.template });
      taken.push(last.id);
    },
    get rows() {
      return [...after.values()];
    },
    get added() {
      return [...after.values()].filter((one) => hasWords(one) && !hasWords(before.get(one.id))).length;
    },
    write: async () => {
      const { templates, templateVersions } = work.db;
      await templates.bulkPut([...after.values()]);
      if (taken.length > 0) await templateVersions.bulkDelete(taken);
      if (versions.size === 0) return;
      const kept = [...versions.values()];
      await templateVersions.bulkDelete([...(await pruned(work.db, kept))]);
      await templateVersions.bulkAdd(kept);
    },
  };
};
