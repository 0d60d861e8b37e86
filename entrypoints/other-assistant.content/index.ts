import { defineContentScript } from 'wxt/utils/define-content-script';
import { startAssistantOn } from '@/components/content/start-assistant-for';
import { claimTaught, followTaughtPages, marketHere, readTaughtPages } from '@/utils/client/taught-pages';
import { isServedHere } from '@/utils/client/served-here';
import { createTaughtSite } from '@/utils/marketplaces/taught-site';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  matchAboutBlank: true,
  cssInjectionMode: 'manual',
  async main(ctx) {
    claimTaught();
    const { hostname } = location;
    const pages = await readTaughtPages(hostname);
    if (!ctx.isValid) return;
    const site = createTaughtSite(marketHere(), pages, isServedHere);
    followTaughtPages(hostname, ctx.signal, (pages) => site.setPages(pages));
    startAssistantOn(ctx, site);
  },
});
