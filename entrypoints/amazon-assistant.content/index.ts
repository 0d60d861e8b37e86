import { defineContentScript } from 'wxt/utils/define-content-script';
import { startAssistantFor } from '@/components/content/start-assistant-for';
import { createAmazonAdapter } from '@/utils/marketplaces/amazon/adapter';
import { matches } from '@/utils/marketplaces/amazon/hosts';

export default defineContentScript({
  matches,
  allFrames: true,
  matchAboutBlank: true,
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main: (ctx) => startAssistantFor(ctx, createAmazonAdapter()),
});
