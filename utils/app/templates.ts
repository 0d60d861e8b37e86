import { checkTemplate } from '../domain/replies/desk/check-template';
import { hasSameSignatures, isSameReply, withTrueSignatures } from '../domain/replies/desk/same-words';
import { copyOf, takeEdit } from '../domain/replies/desk/take-edit';
import { isBlocking } from '../domain/replies/desk/template-problem';
import type { ReplyTemplate } from '../domain/replies/template';
import { err, ok, type Result } from '../domain/result';
import { templatesTopic } from '../platform/settings/templates-topic';
import type { ApiProblem, ApiResult } from './api';
import type { Edits } from './edits';
import { createHabits } from './habits';
import { announcing, changing, noShop, type Change, type RecordDeps } from './records';
import { createActiveShelf, type ActiveShelf, type ShelfDeps } from './templates/active-shelf';
import { dropRemoved, openBook, type ChangeBook, type ShippedTemplates } from './templates/change-book';
import { createDeskView, initialsIn } from './templates/desk-view';
import { sign, tag } from './templates/marks';
import { readTemplates, templateLimits, tidyTags } from './templates/read-template';
import { createRowStore, type Written } from './templates/template-rows';
import {
  shippedVersion,
  type EditProposal,
  type TemplateDesk,
  type TemplateImport,
  type TemplatesApi,
} from './templates-api';

/** Surroundings of a desk's replies. */
export interface DeskTemplatesDeps extends RecordDeps, Pick<ShelfDeps, 'catalogue'> {
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly edits: Pick<Edits, 'proposals' | 'forget'>;
}

/** Use cases around the replies of a desk. */
export interface DeskTemplates extends TemplatesApi {
  /** What is chosen from: shipped replies as the desk wants them, and its own. */
  readonly active: ActiveShelf;
}

type Counts = Readonly<Record<string, number>>;
type Edit<T extends object> = (
  book: ChangeBook,
  work: Change,
) => Result<T, ApiProblem> | Promise<Result<T, ApiProblem>>;

type EachResult = Result<null, ApiProblem> | void | Promise<void>;

const MOST_IDS = 10_000;

const invalid = (field: string) => err<ApiProblem>({ kind: 'invalid', field });
const notFound = err<ApiProblem>({ kind: 'not-found' });

/** Whether a desk would then have more than it may; counted one by one only when there may be too many. */
const isTooMany = async ({ added }: ChangeBook, { db }: Change): Promise<boolean> => {
  if (added === 0 || (await db.templates.count()) + added <= templateLimits.desk) return false;
  const isOwn = db.templates.filter(({ template, deleted }) => template !== undefined && deleted === 0);
  return (await isOwn.count()) + added > templateLimits.desk;
};

/** Use cases around the replies of a desk, over the given stores. */
export const createDeskTemplates = (deps: DeskTemplatesDeps): DeskTemplates => {
  const store = createRowStore(deps);
  const view = createDeskView({
    db: deps.db,
    rows: store,
    catalogue: deps.catalogue,
    habits: createHabits(deps),
  });

  const read = async (): ApiResult<TemplateDesk> => {
    const desk = await view.listed();
    if (!desk.ok) return desk;
    const proposals = await deps.edits.proposals(desk.value.templates.map(({ template }) => template));
    return ok({ ...desk.value, proposals });
  };

  /** Changes rows in one transaction; the counts that come out of it go into the log. */
  const change = async <T extends object>(ids: readonly string[], what: string, edit: Edit<T>): ApiResult<T> => {
    if (ids.length > MOST_IDS) return invalid('ids');
    const ships = await view.shipped();
    if (!ships.ok) return ships;
    const byId: ShippedTemplates = new Map(ships.value.map((template) => [template.id, template]));
    let written: Written | null = null;
    const done = await changing(deps, ['templates', 'templateVersions'], async (work) => {
      const book = openBook(work, byId, await store.rowsOf(work, [...new Set(ids)]));
      const edited = await edit(book, work);
      const { rows } = book;
      if (!edited.ok || rows.length === 0) return edited;
      if (await isTooMany(book, work)) return invalid('templates');
      await book.write();
      if (rows.some(({ deleted }) => deleted === 1)) await dropRemoved(work.db, templateLimits.desk);
      written = await store.mark(work, rows);
      work.log({ shopId: noShop, what, detail: { ...edited.value } as Counts });
      return edited;
    });
    if (!done.ok || written === null) return done;
    store.adopt(written);
    return announcing(deps, done, [templatesTopic]);
  };

  const thenRead = async (changed: ApiResult<unknown>): ApiResult<TemplateDesk> => {
    const done = await changed;
    return done.ok ? read() : done;
  };

  /** Does something to each of these replies that is there; with none there: `not-found`. */
  const each = (ids: readonly string[], what: string, edit: (book: ChangeBook, id: string) => EachResult) =>
    change(ids, what, async (book) => {
      const there = [...new Set(ids)].filter((id) => book.row(id) ?? book.now(id));
      if (there.length === 0) return notFound;
      for (const id of there) {
        const edited = await edit(book, id);
        if (edited?.ok === false) return edited;
      }
      return ok({ templates: book.rows.length });
    });

  /** Takes up what was checked; `before` is what it takes the place of. */
  const put = (book: ChangeBook, template: ReplyTemplate, from: 'form' | 'file'): keyof TemplateImport => {
    const before = book.now(template.id)?.template;
    const next = withTrueSignatures(template, before, from);
    if (before && isSameReply(before, next) && hasSameSignatures(before, next)) return 'same';
    book.reword(template.id, next);
    return before ? 'changed' : 'added';
  };

  const checked = (template: ReplyTemplate): Result<ReplyTemplate, ApiProblem> => {
    const fits = readTemplates([template]);
    if (!fits.ok) return fits;
    return checkTemplate(fits.value[0]!).some(isBlocking) ? invalid('template') : ok(fits.value[0]!);
  };

  const proposed = async (id: string): ApiResult<{ proposal: EditProposal; templates: readonly ReplyTemplate[] }> => {
    const desk = await read();
    if (!desk.ok) return desk;
    const proposal = desk.value.proposals.find((one) => one.id === id);
    const templates = desk.value.templates.map(({ template }) => template);
    return proposal ? ok({ proposal, templates }) : notFound;
  };

  const takeUp = async (id: string, as: 'update' | 'variant'): ApiResult<unknown> => {
    const found = await proposed(id);
    if (!found.ok) return found;
    const { proposal, templates } = found.value;
    const { templateId, block, lang } = proposal;
    const before = templates.find((template) => template.id === templateId);
    if (!before) return notFound;
    const taken = new Set(templates.map((template) => template.id));
    const asCopy = (template: ReplyTemplate) => copyOf(template, (other) => taken.has(other));
    const changed = await change([templateId, asCopy(before).id], 'templates.edit-accepted', (book) => {
      // Somebody else may have saved since: their words stay, and the edit is of a sentence that is still the same.
      const now = book.now(templateId)?.template;
      if (now?.languages[lang]?.texts[block] !== proposal.before) return notFound;
      const edited = takeEdit(now, proposal);
      if (!edited.ok) return notFound;
      const template = checked(as === 'update' ? edited.value : asCopy(edited.value));
      if (!template.ok) return template;
      // A signature of the copied words is still true, and the edited language is a draft already.
      book.reword(template.value.id, template.value);
      return ok({ templates: 1 });
    });
    return changed.ok ? deps.edits.forget(id, templates) : changed;
  };

  return {
    active: createActiveShelf({ rows: store, catalogue: deps.catalogue }),
    read,

    save: async ({ template, isNew }) => {
      const fits = checked(template);
      if (!fits.ok) return fits;
      const { id } = fits.value;
      return thenRead(
        change([id], 'templates.changed', (book) => {
          const before = book.now(id);
          if (isNew && before) return invalid('id');
          if (!isNew && !before) return notFound;
          put(book, fits.value, 'form');
          return ok({ templates: 1 });
        }),
      );
    },

    remove: ({ ids }) =>
      thenRead(
        each(ids, 'templates.removed', (book, id) => {
          const origin = book.now(id)?.origin;
          if (origin === 'own') book.decide(id, { deleted: 1 });
          if (origin === 'changed') book.unword(id);
        }),
      ),

    putBack: ({ ids }) => thenRead(each(ids, 'templates.put-back', (book, id) => book.putBack(id))),

    use: ({ ids, on }) =>
      thenRead(
        each(ids, on ? 'templates.taken-in' : 'templates.taken-out', (book, id) => {
          const off = on ? 0 : 1;
          if (book.now(id) && (book.row(id)?.off ?? 0) !== off) book.decide(id, { off });
        }),
      ),

    tag: async ({ ids, add, remove }) => {
      const added = tidyTags(add);
      if (added === null) return invalid('tags');
      return thenRead(each(ids, 'templates.tagged', (book, id) => tag(book, id, { add: added, remove })));
    },

    review: ({ ids, langs, on }) =>
      thenRead(
        change(ids, on ? 'templates.reviewed' : 'templates.review-withdrawn', async (book, { db, authorId }) => {
          const by = (await initialsIn(db))(authorId);
          if (on && by === '') return invalid('initials');
          const reader = on ? { by, on: deps.today() } : null;
          for (const id of new Set(ids)) sign(book, id, { langs, reader });
          return ok({ templates: book.rows.length, languages: langs.length });
        }),
      ),

    allowOnlyReviewed: async ({ on }) => {
      const chosen = await changing(deps, [], async (work) => {
        await store.choose(work, { onlyReviewed: on });
        work.log({ shopId: noShop, what: 'templates.only-reviewed', detail: { on: on ? 1 : 0 } });
        return ok(null);
      });
      return thenRead(announcing(deps, chosen, [templatesTopic]));
    },

    versions: ({ id }) => view.versions(id),

    restore: async ({ id, version }) =>
      thenRead(
        change([id], 'templates.restored', async (book, { db }) => {
          if (!book.now(id)) return notFound;
          if (version === shippedVersion) {
            book.unword(id);
            return ok({ templates: 1 });
          }
          const kept = await db.templateVersions.get(version);
          if (kept?.templateId !== id) return notFound;
          if (!isSameReply(book.now(id)!.template, kept.template)) book.reword(id, kept.template);
          return ok({ templates: 1 });
        }),
      ),

    importTemplates: async ({ templates }) => {
      if (templates.length > templateLimits.portion) return invalid('templates');
      const fit = readTemplates(templates);
      if (!fit.ok) return fit;
      return change(
        fit.value.map(({ id }) => id),
        'templates.imported',
        (book) => {
          const counts = { added: 0, changed: 0, same: 0 };
          for (const template of fit.value) counts[put(book, template, 'file')] += 1;
          return ok(counts);
        },
      );
    },

    accept: ({ proposal, as }) => thenRead(takeUp(proposal, as)),

    dismiss: async ({ proposal }) => {
      const found = await proposed(proposal);
      return found.ok ? thenRead(deps.edits.forget(proposal, found.value.templates)) : found;
    },
  };
};
