import { localDays } from '../platform/clock/local-days';
import type { AppApi } from './api';
import { readEverything } from './backup';
import type { BundlesApi } from './bundles-api';
import type { AutoBackupApi } from './bundles/auto-backup-api';
import type { BundleDeps } from './bundles/bundles';
import type { FolderApi } from './bundles/folder-api';
import { createBuyers } from './buyers';
import type { Catalogue } from './catalogue';
import { verdictsFor } from './coach';
import { createDeskRules } from './desk-rules';
import { createFollowUps } from './follow-ups';
import { lazyApi, lazyKeeper } from './lazy-api';
import { createNoteReview } from './note-review';
import { createNotes } from './notes';
import { createOrderFiles } from './order-files';
import type { ReceiptApi } from './receipt-api';
import { createRulesApi } from './message-rules';
import type { ProductsApi } from './products-api';
import type { ProfileDeps } from './profiles';
import type { ProfilesApi } from './profiles-api';
import { createSegments } from './segments';
import { createSettings, uiLangOf, type SettingsDeps } from './settings';
import { createShops } from './shops';
import type { ReportsApi } from './reports-api';
import type { RetentionApi } from './retention-api';
import type { TemplatesApi } from './templates-api';
import { createVisits } from './visits';
import { createWorklogDays } from './worklog-days';

/** Stores and surroundings of the whole API. */
export type AppDeps = SettingsDeps & ProfileDeps & Pick<BundleDeps, 'jobs' | 'watch'>;

/** The whole API over the given stores, for extension pages. */
export const createAppApi = (deps: AppDeps): AppApi => {
  const { list, add, rename, setProfile, remove } = createShops(deps);
  const settings = createSettings(deps);
  const { read, write } = settings;
  const visits = createVisits(deps);
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
  const bundles = lazyApi<BundlesApi>(
    async () =>
      (await import('./bundles/bundles')).createBundles({ ...deps, noteReview, settle: () => settings.mirrorAll() }),
    {
      ...{ team: true, rename: true, addMate: true, setLead: true, removeMate: true },
      ...{ look: true, write: true, exports: true },
      ...{ read: true, imports: true, lines: true, rejected: true, choose: true, linkShop: true },
      ...{ apply: true, discard: true, undo: true },
    },
  );
  return {
    settings: { read, write },
    shops: { list, add, rename, setProfile, remove },
    agent: { read: () => settings.agent() },
    buyers: { ...buyers, reviewNote, ...createNotes(deps) },
    segments: createSegments(deps),
    followUps: createFollowUps(deps),
    retention: lazyApi<RetentionApi>(async () => (await import('./retention')).createRetention(deps), {
      ...{ read: true, write: true, preview: true, purge: true, lastRun: true },
    }),
    backup: { everything: () => readEverything(deps), advise: adviseBackup },
    reset: lazyApi<AppApi['reset']>(
      async () => {
        const { resetEverything } = await import('./reset');
        return { everything: () => resetEverything(deps) };
      },
      { everything: true },
    ),
    bundles,
    folder: lazyKeeper<FolderApi>(
      async () => (await import('./bundles/browser-folder')).createBrowserFolder(deps, bundles),
      { state: true, choose: true, allow: true, sync: true, stop: true },
    ),
    autoBackup: lazyKeeper<AutoBackupApi>(
      async () => (await import('./bundles/browser-backup')).createBrowserBackup(deps, bundles),
      { state: true, turnOn: true, turnOff: true, renewKey: true, choose: true, backUp: true },
    ),
    receipt: lazyApi<ReceiptApi>(async () => (await import('./receipt')).createReceipt(deps), {
      ...{ kept: true, fields: true },
    }),
    reports: lazyApi<ReportsApi>(
      async () => (await import('./reports/reports')).createReports({ ...deps, days: localDays }),
      { read: true, total: true, productDays: true, cases: true, longView: true },
    ),
    orderFiles: createOrderFiles(deps),
    profiles: lazyApi<ProfilesApi>(async () => (await import('./profiles')).createProfiles(deps), {
      ...{ list: true, preview: true, apply: true, rollBack: true, forget: true, export: true },
    }),
    visits: { list: () => visits.list() },
    worklog: createWorklogDays({ ...deps, days: localDays }),
    rules,
    templates: lazyApi<TemplatesApi>(
      async () => {
        const [{ createDeskTemplates }, { createEdits }] = await Promise.all([
          import('./templates'),
          import('./edits'),
        ]);
        return createDeskTemplates({ ...deps, catalogue: catalogueOf, edits: createEdits(deps) });
      },
      {
        ...{ read: true, save: true, remove: true, putBack: true, use: true, tag: true, review: true },
        ...{ allowOnlyReviewed: true, versions: true, restore: true },
        ...{ importTemplates: true, accept: true, dismiss: true },
      },
    ),
    products: lazyApi<ProductsApi>(async () => (await import('./products')).createProducts(deps), {
      ...{ page: true, read: true, save: true, remove: true, importRows: true, forExport: true },
    }),
  };
};
