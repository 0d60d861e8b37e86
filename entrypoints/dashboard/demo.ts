import type { App } from '@/components/dashboard/app-context';
import { deskHref } from '@/components/demo/demo-address';
import { demoFrame } from '@/components/demo/demo-frame';
import { saveFile } from '@/components/settings/save-file';
import { createDemoPage } from '@/utils/app/demo/demo-page';

/** Composes the dashboard over the demo data; files that are saved there say so in their names. */
export const openDemo = () => ({
  ...createDemoPage(() => window.location.replace(deskHref)),
  frame: demoFrame,
  saveFile: ((file) => saveFile({ ...file, name: `demo-${file.name}` })) satisfies App['saveFile'],
});
