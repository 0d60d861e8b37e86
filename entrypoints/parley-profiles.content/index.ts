import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerFields } from '@/components/content/offered-fields';
import { effectiveFields } from '@/utils/domain/profiles/effective';
import { placeOf } from '@/utils/domain/profiles/page-path';

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  main: () => offerFields((profile, kept, url) => effectiveFields(profile, kept, placeOf(url))),
});
