import { defineContentScript } from 'wxt/utils/define-content-script';
import { startAssistantFor } from '@/components/content/start-assistant-for';
import { createAliexpressAdapter } from '@/utils/marketplaces/aliexpress/adapter';
import { matches } from '@/utils/marketplaces/aliexpress/hosts';

export default defineContentScript({
  matches,
  allFrames: true,
  matchAboutBlank: true,
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main: (ctx) => startAssistantFor(ctx, createAliexpressAdapter()),
});
