import { defineContentScript } from 'wxt/utils/define-content-script';
import { startAssistantFor } from '@/components/content/start-assistant-for';
import { createAmazonAdapter } from '@/utils/marketplaces/amazon/adapter';
import { amazonDetector } from '@/utils/marketplaces/amazon/detect';
import { builtInProfile } from '@/utils/marketplaces/amazon/fields';
import { matches } from '@/utils/marketplaces/amazon/hosts';

export default defineContentScript({
  matches,
  allFrames: true,
  matchAboutBlank: true,
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main: (ctx) =>
    startAssistantFor(ctx, { id: amazonDetector.id, profile: builtInProfile, create: createAmazonAdapter }),
});
