import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { keepConverterChoice, readConverterChoice } from '@/components/convert/converter-choice';
import { makeQueryHistory } from '@/components/convert/query-history';
import { copyText, insertIntoTab } from '@/components/popup/deliver';
import { Popup } from '@/components/popup/popup';
import { hostAccess } from '@/components/settings/host-access';
import { TranslateProvider } from '@/components/ui/translate';
import '@/components/ui/tokens.css';
import { loadSmallWords } from '@/utils/platform/i18n/load-small-words';
import { readUiLang, resolveUiLang, type UiLang } from '@/utils/platform/i18n/ui-lang';
import { markets } from '@/utils/platform/markets';
import { readLocal } from '@/utils/platform/settings/local-items';

/** A part of its own: the popup opens before anything is asked about the tab or about what is due. */
const loadThisTab = async () => {
  const [{ ThisTab }, { tabTools }, { DueLine, HandOverLine }, { readDueCount }, { readHandOverCount }, t, works] =
    await Promise.all([
      import('@/components/popup/this-tab'),
      import('@/components/popup/tab-tools'),
      import('@/components/popup/due-line'),
      import('@/utils/platform/toolbar-badge'),
      import('@/utils/platform/settings/hand-over-count'),
      loadSmallWords(['follow-ups'], uiLang),
      readLocal('works'),
    ]);
  return () => (
    <>
      <DueLine read={readDueCount} todayUrl={`${dashboardUrl}#/today`} t={t} />
      {works !== 'alone' && <HandOverLine read={readHandOverCount} teamUrl={`${dashboardUrl}#/team`} t={t} />}
      <ThisTab tools={tabTools} onTaught={() => window.close()} />
    </>
  );
};

/** The browser's language is nearly always the one chosen: its words are on their way while the choice is read. */
const likelyLang = resolveUiLang(undefined);
const loadWords = (lang: UiLang) => loadSmallWords(['common', 'convert'], lang);
const likelyWords = loadWords(likelyLang);
const dashboardUrl = (browser.runtime.getURL as (path: string) => string)('/dashboard.html');
const uiLang = await readUiLang();
const translate = await (uiLang === likelyLang ? likelyWords : loadWords(uiLang));
const firstChoice = readConverterChoice(localStorage);
document.documentElement.lang = uiLang;
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <TranslateProvider value={translate}>
      <Popup
        firstChoice={firstChoice}
        history={makeQueryHistory(localStorage)}
        dashboardUrl={dashboardUrl}
        access={hostAccess(markets().flatMap(({ matches }) => matches))}
        onChoice={(choice) => keepConverterChoice(choice, localStorage)}
        copy={copyText}
        insert={insertIntoTab}
        loadThisTab={loadThisTab}
      />
    </TranslateProvider>,
  );
