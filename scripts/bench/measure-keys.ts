import type { Page } from 'playwright-core';
import type { Desk } from '../../tests/e2e/harness/launch-desk';
import { composerState, parley } from '../../tests/e2e/harness/page-checks';
import type { AmazonThreadKey } from '../../tests/replica/threads';

const MOST_VALUES = 6;
const LIMIT_MS = 8_000;

/** Keys for one conversation. */
export interface KeysToDraft {
  readonly thread: AmazonThreadKey;
  /** Presses; a chord counts once, the characters of a missing value do not count. */
  readonly keys: number;
  readonly values: number;
}

/** The value an agent would type into the field that has the focus; empty when no field has it. */
function wantedValue(): string {
  const field = document.querySelector('parley-root')?.shadowRoot?.activeElement;
  if (!(field instanceof HTMLInputElement)) return '';
  return field.type === 'date' ? '12242026' : field.type === 'number' ? '3' : 'CP771203945FR';
}

/** What the agent sees next: the draft in the box, or a field that still wants a value and has the focus. */
async function whatComes(page: Page): Promise<'draft' | 'field'> {
  const seen = await page.waitForFunction(
    () => {
      if (window.__replica.state.composer !== '') return 'draft' as const;
      const field = document.querySelector('parley-root')?.shadowRoot?.activeElement;
      return field instanceof HTMLInputElement && field.value === '' ? ('field' as const) : null;
    },
    undefined,
    { timeout: LIMIT_MS, polling: 100 },
  );
  return (await seen.jsonValue()) ?? 'draft';
}

/**
 * Writes the first suggestion into the page by keys alone.
 *
 * Errors: throws when the form asks for more values than any reply has, or when nothing arrives in the box.
 */
export async function keysToDraft(desk: Desk, thread: AmazonThreadKey): Promise<KeysToDraft> {
  const page = await desk.openThread(thread);
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await parley(page).locator('[data-template]').first().waitFor();
  await press('Alt+1');
  let values = 0;
  while ((await whatComes(page)) === 'field') {
    if (values >= MOST_VALUES) throw new Error('the form does not end');
    await page.keyboard.type(await page.evaluate(wantedValue));
    values += 1;
    await press('Enter');
  }
  if ((await composerState(page)).length < 40) throw new Error('no whole draft arrived');
  await page.close();
  return { thread, keys, values };
}
