import { createRoot } from 'react-dom/client';
import { AppPage } from '@/components/dashboard/app-page';
import { Dashboard } from '@/components/dashboard/dashboard';
import { loadPage } from '@/components/dashboard/page-views';
import { readRoute } from '@/components/dashboard/route';
import { loadWords } from '@/components/dashboard/load-words';
import { onWaitingUpdate } from '@/components/dashboard/waiting-update';
import { isDemoAddress } from '@/components/demo/demo-address';
import { LockGuard } from '@/components/lock/lock-guard';
import { downloadAccess, hostAccess, notificationAccess } from '@/components/settings/host-access';
import { receiptTools } from '@/components/settings/receipt/receipt-tools';
import { saveFile } from '@/components/settings/save-file';
import { siteTools } from '@/components/settings/site-tools';
import '@/components/ui/tokens.css';
import { lazyDemo } from '@/utils/app/lazy-demo';
import { createExtensionPage } from '@/utils/app/extension-page';
import { keepStorage } from '@/utils/platform/db/keep-storage';
import { markets } from '@/utils/platform/markets';
import { shortcutTools } from '@/utils/platform/shortcut-settings';
import { readLocal } from '@/utils/platform/settings/local-items';

const wordsNow = () =>
  loadWords([
    'common',
    'dashboard',
    'buyers',
    'notes',
    'settings',
    'page',
    'convert',
    'rules',
    'reply',
    'templates',
    'editor',
    'worklog',
    'today',
    'follow-ups',
    'reviews',
    'team',
    'imports',
    'files',
    'folder',
    'backup',
    'receipt',
    'reports',
    'radar',
    'practice',
    'welcome',
    'lock',
    'demo',
  ]);
const sites = markets();
const isDemo = isDemoAddress(location.search);
const shared = {
  markets: sites.map(({ id }) => id),
  siteAccess: hostAccess(sites.flatMap(({ matches }) => matches)),
};
const desk = {
  // Vite finds the worker by exactly this expression.
  ...createExtensionPage(() => new Worker(new URL('./bundle-worker.ts', import.meta.url), { type: 'module' })),
  ...shared,
  saveFile,
  notifications: notificationAccess(),
  downloads: downloadAccess(),
  receipt: receiptTools,
  practice: async () => (await import('./practice')).openPractice(),
  shortcuts: shortcutTools,
  onUpdate: onWaitingUpdate,
  sites: siteTools(),
  demo: lazyDemo(),
};
const app = isDemo ? { ...shared, lock: desk.lock, ...(await import('./demo')).openDemo() } : desk;
const [firstWords, works = null, isFirstLocked] = await Promise.all([
  wordsNow(),
  readLocal('works'),
  app.lock.isLocked(),
  loadPage(readRoute(location.hash).page),
]);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <AppPage app={app} firstWords={firstWords} loadWords={wordsNow}>
      <LockGuard lock={app.lock} isFirstLocked={isFirstLocked}>
        <Dashboard firstWorks={works} />
      </LockGuard>
    </AppPage>,
  );
if (!isDemo) {
  void keepStorage();
  desk.api.folder.keepUp(new AbortController().signal);
  desk.api.autoBackup.keepUp(new AbortController().signal);
}
