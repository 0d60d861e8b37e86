import { brandAs, type AgentId, type Instant } from '../../domain/ids';
import { deskTemplates } from '../../domain/replies/desk/shelf';
import type { ReplyTemplate } from '../../domain/replies/template';
import { err, ok } from '../../domain/result';
import { SHIPPED_LANGS } from '../../domain/text/detect';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import type { Habits } from '../habits';
import { reading, type RecordDeps } from '../records';
import { shippedVersion, type ListedTemplate, type TemplateDesk, type TemplateVersion } from '../templates-api';
import type { ShelfDeps } from './active-shelf';
import { versionKeys } from './change-book';

/** What the page of templates is shown from. */
export interface DeskViewDeps extends Pick<RecordDeps, 'db'>, ShelfDeps {
  readonly habits: Pick<Habits, 'read'>;
}

/** Reading for the page of templates. */
export interface DeskView {
  /** What ships, in every language. Errors: `storage-failed` with `asset-missing`. */
  shipped(): ApiResult<readonly ReplyTemplate[]>;
  /** All replies with where they come from; what was learned from edits is not in it. */
  listed(): ApiResult<Omit<TemplateDesk, 'proposals'>>;
  versions(id: string): ApiResult<readonly TemplateVersion[]>;
}

/** The initials of each agent; empty when none were chosen. */
export const initialsIn = async (db: Db): Promise<(agent: AgentId) => string> => {
  const agents = new Map((await db.agents.toArray()).map(({ id, initials }) => [id, initials]));
  return (agent) => agents.get(agent) ?? '';
};

/** Reading for the page of templates, over the given stores. */
export const createDeskView = (deps: DeskViewDeps): DeskView => {
  const shipped: DeskView['shipped'] = async () => {
    try {
      const { templates } = await deps.catalogue();
      return ok((await templates(SHIPPED_LANGS)).templates);
    } catch {
      // A file can be missing when the build was replaced under an open page; it is in the log already.
      return err({ kind: 'storage-failed', code: 'asset-missing' });
    }
  };

  return {
    shipped,

    listed: async () => {
      const ships = await shipped();
      if (!ships.ok) return ships;
      const [desk, { used }] = await Promise.all([deps.rows.read(), deps.habits.read()]);
      if (!desk.ok) return desk;
      const { rows, onlyReviewed } = desk.value;
      return reading(deps, async (db) => {
        const initials = await initialsIn(db);
        const templates = deskTemplates(ships.value, rows).map(({ template, origin }): ListedTemplate => {
          const { id } = template;
          const [row, habit] = [rows.get(id), Object.hasOwn(used, id) ? used[id] : undefined];
          const isLive = row?.deleted === 0;
          return {
            template,
            origin,
            isOff: isLive && row.off === 1,
            uses: habit?.count ?? 0,
            ...(habit ? { lastUsedAt: brandAs<'Instant'>(habit.at) } : {}),
            ...(isLive ? { changed: { at: row.at, initials: initials(row.authorId) } } : {}),
          };
        });
        return ok({ templates, onlyReviewed });
      });
    },

    versions: async (id) => {
      const ships = await shipped();
      if (!ships.ok) return ships;
      return reading(deps, async (db) => {
        const [row, keys, initials] = [await db.templates.get(id), await versionKeys(db, id), await initialsIn(db)];
        const kept = await db.templateVersions.bulkGet([...keys].reverse());
        const versions = kept.flatMap((version): readonly TemplateVersion[] =>
          version
            ? [{ id: version.id, at: version.at, initials: initials(version.authorId), template: version.template }]
            : [],
        );
        const first = ships.value.find((template) => template.id === id);
        if (!first || !row?.template) return ok(versions);
        const at: Instant = versions.at(-1)?.at ?? row.at;
        return ok([...versions, { id: shippedVersion, at, initials: '', template: first }]);
      });
    },
  };
};
