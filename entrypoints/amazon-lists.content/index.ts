import { defineContentScript } from 'wxt/utils/define-content-script';
import { startListsFor } from '@/components/content/lists/start-lists';
import { amazonDetector } from '@/utils/marketplaces/amazon/detect';
import { builtInProfile } from '@/utils/marketplaces/amazon/fields';
import { matches } from '@/utils/marketplaces/amazon/hosts';
import { createAmazonLists } from '@/utils/marketplaces/amazon/lists';

export default defineContentScript({
  matches,
  allFrames: true,
  matchAboutBlank: true,
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main: (ctx) => startListsFor(ctx, { id: amazonDetector.id, profile: builtInProfile, create: createAmazonLists }),
});
