import { defineContentScript } from 'wxt/utils/define-content-script';
import { startAssistantFor } from '@/components/content/start-assistant-for';
import { createAliexpressAdapter } from '@/utils/marketplaces/aliexpress/adapter';
import { aliexpressDetector } from '@/utils/marketplaces/aliexpress/detect';
import { builtInProfile } from '@/utils/marketplaces/aliexpress/fields';
import { matches } from '@/utils/marketplaces/aliexpress/hosts';

export default defineContentScript({
  matches,
  allFrames: true,
  matchAboutBlank: true,
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main: (ctx) =>
    startAssistantFor(ctx, { id: aliexpressDetector.id, profile: builtInProfile, create: createAliexpressAdapter }),
});
