import { createRoot } from 'react-dom/client';
import { AppPage } from '@/components/dashboard/app-page';
import { Dashboard } from '@/components/dashboard/dashboard';
import { loadPage } from '@/components/dashboard/page-views';
import { readRoute } from '@/components/dashboard/route';
import { loadWords } from '@/components/dashboard/load-words';
import { hostAccess, notificationAccess } from '@/components/settings/host-access';
import { saveFile } from '@/components/settings/save-file';
import { siteTools } from '@/components/settings/site-tools';
import '@/components/ui/tokens.css';
import { createExtensionPage } from '@/utils/app/extension-page';
import { keepStorage } from '@/utils/platform/db/keep-storage';
import { markets } from '@/utils/platform/markets';

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
  ]);
const sites = markets();
const app = {
  // Vite finds the worker by exactly this expression.
  ...createExtensionPage(() => new Worker(new URL('./bundle-worker.ts', import.meta.url), { type: 'module' })),
  markets: sites.map(({ id }) => id),
  siteAccess: hostAccess(sites.flatMap(({ matches }) => matches)),
  saveFile,
  notifications: notificationAccess(),
  sites: siteTools(),
};
const [firstWords] = await Promise.all([wordsNow(), loadPage(readRoute(location.hash).page)]);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <AppPage app={app} firstWords={firstWords} loadWords={wordsNow}>
      <Dashboard />
    </AppPage>,
  );
void keepStorage();
app.api.folder.keepUp(new AbortController().signal);
