import { defineContentScript } from 'wxt/utils/define-content-script';
import { startAssistantOn } from '@/components/content/start-assistant-for';
import { claimTaught, followTaughtPages, marketHere, readTaughtPages } from '@/utils/client/taught-pages';
import { createTaughtSite } from '@/utils/marketplaces/taught-site';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  matchAboutBlank: true,
  cssInjectionMode: 'manual',
  async main(ctx) {
    claimTaught();
    const { hostname } = location;
    const site = createTaughtSite(marketHere(), await readTaughtPages(hostname));
    followTaughtPages(hostname, ctx.signal, (pages) => site.setPages(pages));
    startAssistantOn(ctx, site);
  },
});
