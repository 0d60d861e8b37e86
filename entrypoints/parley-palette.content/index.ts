import { defineContentScript } from 'wxt/utils/define-content-script';
import { drawPalette } from '@/components/content/palette/mount-palette';
import { offerPalette } from '@/components/content/palette/offered-palette';
import css from '@/components/content/palette/palette.css?inline';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main: () => offerPalette(drawPalette(css)),
});
