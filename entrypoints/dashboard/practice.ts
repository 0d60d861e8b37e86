import { browser } from 'wxt/browser';
import { startPractice } from '@/components/content/practice/start-practice';
import type { PracticeTools } from '@/components/practice/practice-tools';
import { practiceSamples } from '@/utils/app/practice/samples';
import { createSandbox } from '@/utils/app/practice/sandbox';
import { brandAs } from '@/utils/domain/ids';
import { createPracticeDesk } from '@/utils/marketplaces/practice-desk';
import { createAssets } from '@/utils/platform/assets';
import { localToday, systemClock } from '@/utils/platform/clock/system-clock';
import { lazyDatabase } from '@/utils/platform/db/lazy-database';
import { createPageCatalogue } from '@/utils/platform/i18n/page-catalogue';

let opened: PracticeTools | undefined;

/** Composes what practice is made of; once, so that leaving the page and coming back loses nothing. */
export const openPractice = (): PracticeTools => (opened ??= composePractice());

function composePractice(): PracticeTools {
  const assets = createAssets();
  const { api, subscribe, startOver } = createSandbox({
    desk: lazyDatabase(),
    assets,
    words: createPageCatalogue(assets),
    clock: systemClock,
    browserLang: browser.i18n.getUILanguage(),
    today: localToday,
  });
  return {
    samples: practiceSamples(new Date()),
    startOver,
    start(screen, heard, signal) {
      const client = {
        ...api,
        subscribe,
        dispose: () => undefined,
        log: (request: Parameters<typeof api.log>[0]) => {
          if (request.what === 'inserted') heard();
          return api.log(request);
        },
      };
      startPractice(createPracticeDesk(screen, brandAs<'MarketId'>('amazon')), client, signal);
    },
  };
}
