import { defineContentScript } from 'wxt/utils/define-content-script';
import { drawMeaning } from '@/components/content/understand/mount-meaning';
import { offerMeaning } from '@/components/content/understand/offered-meaning';
import css from '@/components/content/understand/meaning.css?inline';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main: () => offerMeaning(drawMeaning(css)),
});
