// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launchDesk } from './harness/launch-desk';

let desk: Desk;

beforeAll(async () => {
  desk = await launchDesk({ locale: 'en-GB' });
});

afterAll(() => desk.close());

describe('the privacy receipt', () => {
  it('names every right the browser has given, what is kept here, and nobody who was asked', async () => {
    const page = await desk.openExtensionPage('dashboard.html#/settings');
    await page.getByRole('button', { name: 'Show the privacy receipt' }).click();
    const rights = page.getByRole('region', { name: 'What Parley may do' });
    const given = await page.evaluate<string[]>('chrome.runtime.getManifest().permissions');
    expect(given.length).toBeGreaterThan(0);
    for (const name of given) await rights.getByText(name, { exact: true }).waitFor();
    await page.getByRole('region', { name: 'What Parley keeps' }).getByRole('table').waitFor();
    await page
      .getByRole('region', { name: 'Requests to other computers' })
      .getByText(/^None since/)
      .waitFor();
    await page.close();
  });

  it('holds: neither a page of Parley nor its background can ask a stranger, even where code wants to', async () => {
    const ask = () =>
      fetch('https://stranger.example/').then(
        () => 'answered',
        () => 'refused',
      );
    const page = await desk.openExtensionPage('dashboard.html#/settings');
    const policyNamed = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        }),
    );
    expect(await page.evaluate(ask)).toBe('refused');
    expect(await policyNamed).toBe('connect-src');
    const [worker] = desk.context.serviceWorkers();
    expect(await worker!.evaluate(ask)).toBe('refused');
    await page.close();
  });
});
