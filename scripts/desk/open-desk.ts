import { launchDesk } from '../../tests/e2e/harness/launch-desk';
import { startPageUrl } from '../../tests/replica/urls';

/** Opens a window with Parley on the replica desk and waits until it is closed. */
export async function openDesk(extensionDir: string): Promise<void> {
  const desk = await launchDesk({ extensionDir, headless: false });
  const [page = await desk.context.newPage()] = desk.context.pages();
  await page.goto(startPageUrl);
  console.log('The replica desk is open. Close its window to end.');
  await new Promise<void>((resolve) => desk.context.on('close', () => resolve()));
}
