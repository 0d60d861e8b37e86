import { defineContentScript } from 'wxt/utils/define-content-script';
import { startTeach } from '@/components/content/teach/start-teach';
import { createContentClient } from '@/utils/client/content-client';
import { needScript } from '@/utils/client/sentinel-client';
import { isTaughtRunning, marketHere, takeTeachTurn } from '@/utils/client/taught-pages';
import { previewTaught } from '@/utils/marketplaces/taught-preview';

/** Another assistant of Parley is at work in this document; what was taught joins it with the next load. */
const isServed = (): boolean => document.querySelector('parley-marks') !== null;

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  matchAboutBlank: true,
  cssInjectionMode: 'manual',
  main(ctx) {
    const life = new AbortController();
    const marketplace = marketHere();
    const end = () => {
      life.abort();
      client.dispose();
    };
    const client = createContentClient(marketplace, { onGone: () => end() });
    takeTeachTurn(end);
    ctx.onInvalidated(end);
    void startTeach({
      client,
      marketplace,
      preview: previewTaught,
      activate: async () => isTaughtRunning() || (!isServed() && (await needScript('taught'))),
      today: () => new Date().toISOString().slice(0, 10),
      signal: life.signal,
      end,
    });
  },
});
