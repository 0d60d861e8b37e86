import { defineContentScript } from 'wxt/utils/define-content-script';
import { startListsFor } from '@/components/content/lists/start-lists';
import { aliexpressDetector } from '@/utils/marketplaces/aliexpress/detect';
import { builtInProfile } from '@/utils/marketplaces/aliexpress/fields';
import { matches } from '@/utils/marketplaces/aliexpress/hosts';
import { createAliexpressLists } from '@/utils/marketplaces/aliexpress/lists';

export default defineContentScript({
  matches,
  allFrames: true,
  matchAboutBlank: true,
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main: (ctx) =>
    startListsFor(ctx, { id: aliexpressDetector.id, profile: builtInProfile, create: createAliexpressLists }),
});
