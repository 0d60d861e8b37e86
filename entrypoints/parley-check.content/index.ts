import { defineContentScript } from 'wxt/utils/define-content-script';
import { drawCheck } from '@/components/content/check/mount-check';
import { offerCheck } from '@/components/content/check/offered-check';
import { startCheck } from '@/components/content/check/start-check';
import css from '@/components/content/check/check.css?inline';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main: () => offerCheck({ start: startCheck, mount: drawCheck(css) }),
});
