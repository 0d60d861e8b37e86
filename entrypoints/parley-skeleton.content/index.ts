import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerSkeleton } from '@/utils/client/page-skeleton';
import { structureSkeleton } from '@/utils/page/skeleton';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main: () => offerSkeleton(() => structureSkeleton(document)),
});
