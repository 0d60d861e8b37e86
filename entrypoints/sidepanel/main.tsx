import { createRoot } from 'react-dom/client';
import { AppPage } from '@/components/dashboard/app-page';
import { loadWords } from '@/components/dashboard/load-words';
import { insertIntoTab } from '@/components/popup/deliver';
import { LockGuard } from '@/components/lock/lock-guard';
import { hostAccess } from '@/components/settings/host-access';
import { saveFile } from '@/components/settings/save-file';
import { SidePanel } from '@/components/sidepanel/side-panel';
import '@/components/ui/tokens.css';
import { createExtensionPage } from '@/utils/app/extension-page';
import { markets } from '@/utils/platform/markets';
import { activeBuyer } from '@/utils/platform/side-panel';

const wordsNow = () =>
  loadWords(['common', 'buyers', 'notes', 'sidepanel', 'convert', 'follow-ups', 'reviews', 'lock', 'settings']);
const sites = markets();
const app = {
  ...createExtensionPage(),
  markets: sites.map(({ id }) => id),
  siteAccess: hostAccess(sites.flatMap(({ matches }) => matches)),
  saveFile,
};
const [firstWords, isFirstLocked] = await Promise.all([wordsNow(), app.lock.isLocked()]);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <AppPage app={app} firstWords={firstWords} loadWords={wordsNow}>
      <LockGuard lock={app.lock} isFirstLocked={isFirstLocked}>
        <SidePanel insert={insertIntoTab} follow={activeBuyer} />
      </LockGuard>
    </AppPage>,
  );
