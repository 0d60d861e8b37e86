import { readFileSync } from 'node:fs';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Dashboard } from '@/components/dashboard/dashboard';
import { TeamPage } from '@/components/team/team-page';
import { TodayPage } from '@/components/today/today-page';
import { WelcomePage } from '@/components/welcome/welcome-page';
import { joinTemplates, parseTemplates } from '@/utils/domain/replies/template';
import { fakeApi, type Holdings } from '../dashboard/fake-api';
import { aListedTemplate } from '../dashboard/fake-templates';
import { axeFindings, press, settle, showPage, type, unspoken } from '../dashboard/harness';

const read = (path: string) => JSON.parse(readFileSync(`utils/catalog/templates/${path}.json`, 'utf8')) as unknown;
const late = 'delivery-delayed-shipped';
const texts = Object.fromEntries(['de', 'en', 'zh'].map((lang) => [lang, { [late]: read(`${late}/${lang}`) }]));
const [template] = parseTemplates(joinTemplates([read(`${late}/template`)], texts)).templates;
const templates = { templates: [aListedTemplate(template!, { origin: 'shipped' })] };

const at = (step: number): Holdings => ({ settings: { setUp: { state: 'begun', step } }, templates });
const heading = () => screen.getByRole('heading', { level: 2 });
const key = async (name: string, target: Element = document.activeElement!, change: KeyboardEventInit = {}) => {
  await act(async () => void fireEvent.keyDown(target, { key: name, ...change }));
  await settle();
};

beforeEach(() => {
  window.location.hash = '#/welcome';
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    content_scripts: [
      {
        js: ['content-scripts/amazon.js'],
        matches: ['https://sellercentral-europe.amazon.com/*', 'https://sellercentral.amazon.de/*'],
      },
    ],
  } as never);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the first steps', () => {
  it('begin with the languages, say how far one is, and put the focus on the heading of each step', async () => {
    const fake = fakeApi();
    await showPage(<WelcomePage />, { fake });
    expect(fake.api.settings.write).toHaveBeenCalledWith({ setUp: { state: 'begun', step: 0 } });
    expect([heading().textContent, document.activeElement]).toEqual(['Your languages', heading()]);
    await key('Enter');
    expect(screen.getByText('2 of 6')).toBeTruthy();
    expect(document.activeElement).toBe(heading());
    await press(screen.getByRole('button', { name: 'Back' }));
    expect(heading().textContent).toBe('Your languages');
  });

  it('can each be skipped, and end on Today as done', async () => {
    const fake = fakeApi({ templates });
    await showPage(<WelcomePage />, { fake });
    for (let step = 1; step < 6; step += 1) await press(screen.getByRole('button', { name: 'Skip this step' }));
    await press(screen.getByRole('button', { name: 'Done' }));
    expect(fake.api.settings.write).toHaveBeenLastCalledWith({ setUp: { state: 'done', step: 5 } });
    expect(window.location.hash).toBe('#/today');
  });

  it('leave with Esc at once and remember where', async () => {
    await showPage(<WelcomePage />, { fake: fakeApi(at(2)) });
    expect(heading().textContent).toBe('You and your desk');
    await key('Escape');
    expect(window.location.hash).toBe('#/today');
  });

  it('keep an Enter that ends a composition or belongs to a button from going on', async () => {
    await showPage(<WelcomePage />, { fake: fakeApi(at(2)) });
    await key('Enter', screen.getByRole('textbox', { name: 'My initials' }), { isComposing: true });
    await key('Enter', screen.getByRole('button', { name: 'Back' }));
    expect(heading().textContent).toBe('You and your desk');
  });

  it('save the initials with the Enter that goes on', async () => {
    const fake = fakeApi(at(2));
    await showPage(<WelcomePage />, { fake });
    const field = screen.getByRole('textbox', { name: 'My initials' });
    type(field, ' LW ');
    await key('Enter', field);
    expect(fake.api.settings.write).toHaveBeenCalledWith({ initials: 'LW' });
    expect(heading().textContent).toBe('One message to try it on');
  });

  it('link to the seller pages of marketplaces that are on, those of one country first', async () => {
    const { settings } = at(4);
    await showPage(<WelcomePage />, {
      fake: fakeApi({ settings: { ...settings, marketsOff: ['aliexpress' as never] } }),
    });
    const list = screen.getByRole('navigation', { name: 'Amazon seller pages' });
    expect(
      within(list)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['https://sellercentral.amazon.de/', 'https://sellercentral-europe.amazon.com/']);
    expect(screen.queryByRole('navigation', { name: /AliExpress/ })).toBeNull();
  });

  it.each([0, 1, 2, 3, 4, 5])('pass axe in both languages at step %i', async (step) => {
    for (const lang of ['en', 'zh-CN'] as const) {
      const { container } = await showPage(<WelcomePage />, { fake: fakeApi(at(step)), lang });
      expect(await axeFindings(container)).toEqual([]);
      expect(unspoken(container)).toBeNull();
      cleanup();
    }
  });
});

describe('the practice message', () => {
  const alt1 = async (change: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { code: 'Digit1', altKey: true, bubbles: true, ...change });
    Object.defineProperty(event, 'getModifierState', { value: () => false });
    await act(async () => void document.body.dispatchEvent(event));
    await settle();
  };

  it('is answered by Alt+1, a date and one press on Fix, with the rules of the desk', async () => {
    const { container } = await showPage(<WelcomePage />, { fake: fakeApi(at(3)) });
    await alt1({ ctrlKey: true });
    expect(screen.queryByRole('form', { name: 'Complete the reply' })).toBeNull();
    await alt1();
    const form = screen.getByRole<HTMLFormElement>('form', { name: 'Complete the reply' });
    expect(document.activeElement).toBe(form.querySelector('input'));
    type(form.querySelector('input')!, '2026-12-01');
    await act(async () => void fireEvent.submit(form));
    const reply = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' });
    expect(reply.value).toMatch(/bis zum 1\. Dezember 2026[^]*mit 5 Sternen\.\n\nFreundliche Grüße/);
    expect(await axeFindings(container)).toEqual([]);
    await press(screen.getByRole('button', { name: /^Fix/ }));
    expect(reply.value).not.toContain('Sternen');
    expect(screen.getByText(/^No issues/)).toBeTruthy();
  });

  it('says so when the desk has taken its reply out', async () => {
    await showPage(<WelcomePage />, { fake: fakeApi({ ...at(3), templates: { templates: [] } }) });
    expect(screen.getByText('The reply for this practice is not there')).toBeTruthy();
  });
});

describe('the way back into the first steps', () => {
  it('is offered on Today to somebody new and to somebody who left half-way, until it is declined', async () => {
    await showPage(<TodayPage />, { fake: fakeApi() });
    expect(screen.getByRole('button', { name: 'Set up Parley' })).toBeTruthy();
    cleanup();
    const fake = fakeApi(at(2));
    await showPage(<TodayPage />, { fake });
    expect(screen.getByRole('button', { name: 'Go on with setting up' })).toBeTruthy();
    await press(screen.getByRole('button', { name: 'No, thanks' }));
    expect(fake.api.settings.write).toHaveBeenCalledWith({ setUp: { state: 'dismissed', step: 2 } });
    expect(screen.queryByRole('button', { name: 'Go on with setting up' })).toBeNull();
  });
});

describe('working alone', () => {
  it('takes Team out of the navigation, and its page says why and how to bring it back', async () => {
    const fake = fakeApi({ settings: { works: 'alone' } });
    await showPage(<Dashboard firstWorks="alone" />, { fake });
    expect(screen.queryByRole('link', { name: 'Team' })).toBeNull();
    cleanup();
    await showPage(<TeamPage />, { fake });
    expect(screen.getByText(/hidden because you work alone/)).toBeTruthy();
    await press(screen.getByRole('button', { name: 'I work with others: show it' }));
    expect(fake.api.settings.write).toHaveBeenCalledWith({ works: 'desk' });
    expect(screen.queryByText(/hidden because you work alone/)).toBeNull();
  });

  it('is nothing until somebody says so', async () => {
    await showPage(<Dashboard />, { fake: fakeApi() });
    expect(screen.getByRole('link', { name: 'Team' })).toBeTruthy();
  });
});
