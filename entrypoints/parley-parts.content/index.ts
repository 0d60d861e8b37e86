import { defineContentScript } from 'wxt/utils/define-content-script';
import { drawParts } from '@/components/content/parts/mount-part';
import { offerParts } from '@/components/content/parts/offered-parts';
import css from '@/components/content/parts/parts.css?inline';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main: () => offerParts(drawParts(css)),
});
