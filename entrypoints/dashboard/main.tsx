import { createRoot } from 'react-dom/client';
import { AppPage } from '@/components/dashboard/app-page';
import { Dashboard } from '@/components/dashboard/dashboard';
import { loadWords } from '@/components/dashboard/load-words';
import { saveFile } from '@/components/settings/save-file';
import '@/components/ui/tokens.css';
import { createExtensionPage } from '@/utils/app/extension-page';
import { keepStorage } from '@/utils/platform/db/keep-storage';
import { markets } from '@/utils/platform/markets';

const wordsNow = () => loadWords(['common', 'dashboard', 'buyers', 'notes', 'settings', 'convert']);
const app = { ...createExtensionPage(), markets: markets(), saveFile };
const firstWords = await wordsNow();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <AppPage app={app} firstWords={firstWords} loadWords={wordsNow}>
      <Dashboard />
    </AppPage>,
  );
void keepStorage();
