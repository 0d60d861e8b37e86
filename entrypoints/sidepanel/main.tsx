import { createRoot } from 'react-dom/client';
import { AppPage } from '@/components/dashboard/app-page';
import { loadWords } from '@/components/dashboard/load-words';
import { insertIntoTab } from '@/components/popup/deliver';
import { saveFile } from '@/components/settings/save-file';
import { SidePanel } from '@/components/sidepanel/side-panel';
import '@/components/ui/tokens.css';
import { createExtensionPage } from '@/utils/app/extension-page';
import { markets } from '@/utils/platform/markets';

const wordsNow = () => loadWords(['common', 'buyers', 'notes', 'sidepanel', 'convert']);
const app = { ...createExtensionPage(), markets: markets(), saveFile };
const firstWords = await wordsNow();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <AppPage app={app} firstWords={firstWords} loadWords={wordsNow}>
      <SidePanel insert={insertIntoTab} />
    </AppPage>,
  );
