import { browserFolders } from '../platform/bundles/folder';
import { localDays } from '../platform/clock/local-days';
import type { AppApi } from './api';
import { readEverything } from './backup';
import type { BundleDeps } from './bundles/bundles';
import { createFolderSync } from './bundles/folder';
import { lazyBundles } from './bundles/lazy-bundles';
import { createBuyers } from './buyers';
import type { Catalogue } from './catalogue';
import { verdictsFor } from './coach';
import { createDeskRules } from './desk-rules';
import { createFollowUps } from './follow-ups';
import { createNoteReview } from './note-review';
import { createNotes } from './notes';
import { createOrderFiles } from './order-files';
import { createProducts } from './products';
import { createRulesApi } from './message-rules';
import { createProfiles, type ProfileDeps } from './profiles';
import { createRetention } from './retention';
import { createSegments } from './segments';
import { createSettings, uiLangOf, type SettingsDeps } from './settings';
import { createShops } from './shops';
import { lazyTemplates } from './templates/lazy-templates';
import { createVisits } from './visits';
import { createWorklogDays } from './worklog-days';

/** Stores and surroundings of the whole API. */
export type AppDeps = SettingsDeps & ProfileDeps & Pick<BundleDeps, 'jobs' | 'watch'>;

/** The whole API over the given stores, for extension pages. */
export const createAppApi = (deps: AppDeps): AppApi => {
  const { list, add, rename, setProfile, remove } = createShops(deps);
  const settings = createSettings(deps);
  const { read, write } = settings;
  const { list: listProfiles, preview, apply, rollBack, forget, export: exportProfile } = createProfiles(deps);
  const visits = createVisits(deps);
  const products = createProducts(deps);
  let catalogue: Promise<Catalogue> | undefined;
  // Loaded when rules are looked at: templates and their engine are a third of what the dashboard would load at first.
  const catalogueOf = () =>
    (catalogue ??= import('./catalogue').then(({ createCatalogue }) => createCatalogue(deps.assets)));
  const deskRules = createDeskRules(deps);
  const rules = createRulesApi(deskRules, catalogueOf);
  const uiLang = () => uiLangOf(settings, deps.browserLang);
  const noteReview = createNoteReview({ catalogue: catalogueOf, deskRules, uiLang });
  const { reviewNote, oldNotes, adviseBackup } = noteReview;
  const buyers = createBuyers({ ...deps, oldNotes, verdicts: verdictsFor });
  const bundles = lazyBundles(async () => (await import('./bundles/bundles')).createBundles({ ...deps, noteReview }));
  return {
    settings: { read, write },
    shops: { list, add, rename, setProfile, remove },
    agent: { read: () => settings.agent() },
    buyers: { ...buyers, reviewNote, ...createNotes(deps) },
    segments: createSegments(deps),
    followUps: createFollowUps(deps),
    retention: createRetention(deps),
    backup: { everything: () => readEverything(deps), advise: adviseBackup },
    bundles,
    folder: createFolderSync({
      ...deps,
      bundles,
      access: browserFolders(),
      segments: async () => (await import('./bundles/export-since')).createSegments(deps),
    }),
    orderFiles: createOrderFiles(deps),
    profiles: { list: listProfiles, preview, apply, rollBack, forget, export: exportProfile },
    visits: { list: () => visits.list() },
    worklog: createWorklogDays({ ...deps, days: localDays }),
    rules,
    templates: lazyTemplates(async () => {
      const [{ createDeskTemplates }, { createEdits }] = await Promise.all([import('./templates'), import('./edits')]);
      return createDeskTemplates({ ...deps, catalogue: catalogueOf, edits: createEdits(deps) });
    }),
    products: {
      page: products.page,
      read: products.read,
      save: products.save,
      remove: products.remove,
      importRows: products.importRows,
      forExport: products.forExport,
    },
  };
};
