import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AssistantModel } from '@/components/content/model';
import { Drawer } from '@/components/content/drawer';
import { PartSlot } from '@/components/content/parts/part-slot';
import { MeaningButton } from '@/components/content/understand/meaning-button';
import { drawMeaning } from '@/components/content/understand/mount-meaning';
import { offerMeaning } from '@/components/content/understand/offered-meaning';
import { TranslateProvider } from '@/components/ui/translate';
import type { Understanding } from '@/utils/app/understand-api';
import { err, ok } from '@/utils/domain/result';
import { someActions } from './builders';
import { axeFindings, button, press, settle, WORDS } from './harness';
import { aCheck, aModel } from './samples';
import { aTranslatingWorld } from './translating-world';
import { readerOf } from './words';

beforeEach(() => offerMeaning(drawMeaning('')));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const text = 'Mein Paket ist nicht da. Bestellt am 3. März 2026.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const anUnderstanding = (change: Partial<Understanding> = {}): Understanding => ({
  message: {
    text,
    lang: 'de',
    sentences: [
      {
        start: 0,
        end: 24,
        marks: [
          { kind: 'word', gloss: 'parcel', ...at('Paket') },
          { kind: 'negation', gloss: 'not', ...at('nicht') },
        ],
      },
      {
        start: 25,
        end: text.length,
        marks: [
          { kind: 'cue', gloss: 'ordered', ...at('Bestellt') },
          { kind: 'fact', fact: 'date', ...at('3. März 2026') },
        ],
      },
    ],
  },
  reply: [
    { text: 'Es tut uns leid.', meaning: 'We are sorry.' },
    { text: 'Bis bald.', meaning: null },
  ],
  translatesHere: false,
  ...change,
});

/** Opens the part as the bar does, with a way to change its model. */
async function open(
  answer: Understanding | Promise<Understanding> = anUnderstanding(),
  { words = 'en', ...change }: Partial<AssistantModel> & { readonly words?: keyof typeof WORDS } = {},
) {
  const understand = vi.fn(async () => ok(await answer));
  const watched: { signal?: AbortSignal; changed?: () => void } = {};
  const watchText = (signal: AbortSignal, changed: () => void) => void Object.assign(watched, { signal, changed });
  const actions = someActions({ understand, watchText });
  const t = readerOf(WORDS[words], words);
  const draw = (next: Partial<AssistantModel>) => (
    <TranslateProvider value={t}>
      <div lang={words}>
        <Drawer kind="other" label={t('reply.understand.title')} onClose={() => undefined}>
          <PartSlot
            name="meaning"
            model={aModel({ message: { text, lang: 'de' }, ...change, ...next })}
            actions={actions}
          />
        </Drawer>
      </div>
    </TranslateProvider>
  );
  const view = render(draw({}));
  await waitFor(() => expect(understand).toHaveBeenCalled());
  if (!(answer instanceof Promise)) await screen.findByRole('region', { name: t('reply.understand.reply') });
  return {
    understand,
    watched,
    container: view.container,
    update: (next: Partial<AssistantModel>) => view.rerender(draw(next)),
  };
}

const section = (name: string) => within(screen.getByRole('region', { name }));
const marks = () =>
  [...document.querySelectorAll('ruby')].map((mark) => [
    mark.dataset['kind'],
    mark.firstChild?.textContent,
    mark.querySelector('rt')?.textContent,
  ]);

describe('the buyer’s message', () => {
  it('stands in the original, each known word with its meaning', async () => {
    await open();
    expect(marks()).toEqual([
      ['word', 'Paket', 'parcel'],
      ['negation', 'nicht', 'not'],
      ['cue', 'Bestellt', 'ordered'],
      ['fact', '3. März 2026', 'date'],
    ]);
    const sentences = [...document.querySelectorAll('.p-meaning-sentences p')];
    expect(sentences.map((one) => [one.getAttribute('lang'), one.getAttribute('dir')])).toEqual([
      ['de', 'auto'],
      ['de', 'auto'],
    ]);
    expect(document.querySelector('rt')?.getAttribute('lang')).toBe('en');
  });

  it.each(['en', 'zh-CN'] as const)('names the kinds of marks in words, and axe finds no fault: %s', async (words) => {
    const { container } = await open(anUnderstanding(), { words, uiLang: words });
    const legend = within(screen.getByRole('list', { name: WORDS[words].get('reply.understand.legend')! }));
    expect(legend.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      ...['negation', 'fact', 'word', 'cue'].map((kind) => WORDS[words].get(`reply.understand.kind.${kind}`)),
      WORDS[words].get('reply.understand.wordsOnly'),
    ]);
    expect(container.innerHTML).not.toMatch(/reply\.understand|\{\{|undefined/);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('says so when there is none, and when no word is known', async () => {
    await open(anUnderstanding({ message: null }));
    expect(section("The buyer's message").getByText('The buyer has written nothing here yet.')).toBeTruthy();
    cleanup();
    await open(anUnderstanding({ message: { text: 'Hej', lang: 'sv', sentences: [{ start: 0, end: 3, marks: [] }] } }));
    expect(screen.getByText('No word of it is known to the Swedish list.')).toBeTruthy();
    expect(screen.getByText('Hej')).toBeTruthy();
  });

  it('has the platform’s own translation under its name, after the original', async () => {
    const translation = { text: 'My parcel is not there.', by: 'Alibaba Auto Translation' };
    await open(anUnderstanding(), { message: { text, lang: 'de', translation } });
    const shown = section("The buyer's message");
    const heading = shown.getByRole('heading', { name: 'On the page: Alibaba Auto Translation' });
    expect(heading.nextElementSibling?.textContent).toBe(translation.text);
    const original = document.querySelector('.p-meaning-sentences')!;
    expect(original.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('has no translation of other words than these', async () => {
    const translation = { text: 'Something else.', by: 'AliExpress' };
    await open(anUnderstanding(), { message: { text: 'Anderes', lang: 'de', translation } });
    expect(screen.queryByText('Something else.')).toBeNull();
  });
});

describe('the reply', () => {
  it('shows what each sentence means, and which words nobody covers', async () => {
    await open();
    const reply = section('Your reply');
    const [covered, own] = reply.getAllByRole('listitem');
    expect(covered!.textContent).toBe('Es tut uns leid.We are sorry.');
    expect(covered!.querySelector('[lang=en]')?.textContent).toBe('We are sorry.');
    expect(own!.textContent).toBe('Bis bald.Yours, not covered');
    expect(reply.getByRole('status').textContent).toBe('1 of 2 sentences covered');
  });

  it('does not say the same twice where both languages are one', async () => {
    await open(anUnderstanding({ reply: [{ text: 'Sorry.', meaning: 'Sorry.' }] }));
    expect(section('Your reply').getByRole('listitem').textContent).toBe('Sorry.');
  });

  it('says that the box is empty', async () => {
    await open(anUnderstanding({ reply: [] }));
    expect(section('Your reply').getByText('Nothing stands in the text box yet.')).toBeTruthy();
  });
});

describe('asking', () => {
  it('happens on opening and when the check has looked anew, not when something else changes', async () => {
    const check = aCheck();
    const { understand, update } = await open(anUnderstanding(), { check });
    expect(understand).toHaveBeenCalledTimes(1);
    update({ check, folded: true });
    await settle();
    expect(understand).toHaveBeenCalledTimes(1);
    update({ check: aCheck() });
    await waitFor(() => expect(understand).toHaveBeenCalledTimes(2));
  });

  it('happens once for some keys in a row that change no finding, and no more when the part is closed', async () => {
    const { understand, watched } = await open();
    watched.changed?.();
    watched.changed?.();
    await waitFor(() => expect(understand).toHaveBeenCalledTimes(2));
    watched.changed?.();
    cleanup();
    await waitFor(() => expect(watched.signal?.aborted).toBe(true));
    await new Promise((done) => setTimeout(done, 300));
    expect(understand).toHaveBeenCalledTimes(2);
  });

  it('happens once for all that changes before an answer, and shows the newest', async () => {
    let answer = (_: Understanding) => {};
    const { understand, update } = await open(new Promise<Understanding>((resolve) => (answer = resolve)));
    await screen.findByRole('group', { name: 'Looking up the words' });
    update({ check: aCheck() });
    update({ check: aCheck() });
    await settle();
    expect(understand).toHaveBeenCalledTimes(1);
    answer(anUnderstanding());
    await screen.findByText('We are sorry.');
    expect(understand).toHaveBeenCalledTimes(2);
  });

  it('can be repeated when it failed', async () => {
    const understand = vi.fn(async () => err({ kind: 'disconnected' as const }));
    render(
      <TranslateProvider value={readerOf(WORDS.en, 'en')}>
        <PartSlot name="meaning" model={aModel()} actions={someActions({ understand })} />
      </TranslateProvider>,
    );
    await press(await screen.findByRole('button', { name: /try again/i }));
    await waitFor(() => expect(understand).toHaveBeenCalledTimes(2));
  });
});

describe('the browser’s translation', () => {
  const allowed = anUnderstanding({ translatesHere: true });
  const named = { name: 'Translate into English on this device' };
  const noOffer = async () => {
    await settle();
    expect(screen.queryByRole('button', named)).toBeNull();
  };
  const offer = () => screen.findByRole('button', named);
  const withBrowser = (world: ReturnType<typeof aTranslatingWorld>) => {
    vi.stubGlobal('Translator', world.world.Translator);
    vi.stubGlobal('LanguageDetector', world.world.LanguageDetector);
    return world;
  };

  it('is nowhere without the setting, without a translator, and for languages it does not have', async () => {
    withBrowser(aTranslatingWorld());
    await open();
    await noOffer();
    cleanup();
    withBrowser(aTranslatingWorld({ availability: 'unavailable' }));
    await open(allowed);
    await noOffer();
    cleanup();
    vi.unstubAllGlobals();
    const { container } = await open(allowed);
    await noOffer();
    expect(container.querySelector('.p-meaning-device')).toBeNull();
  });

  it('is made by a press, named as what it is, below the original', async () => {
    const { created } = withBrowser(aTranslatingWorld());
    const { container } = await open(allowed);
    const pressed = await offer();
    expect(created).toEqual([]);
    await press(pressed);
    expect(created).toEqual([{ sourceLanguage: 'de', targetLanguage: 'en' }]);
    const heading = await screen.findByRole('heading', { name: 'Machine translation by your browser' });
    expect(heading.nextElementSibling?.textContent).toBe(`[en] ${text}`);
    expect(screen.getByText('Made on this device and checked by nobody.')).toBeTruthy();
    expect(marks()).toHaveLength(4);
    expect(await axeFindings(container)).toEqual([]);
  });

  it('takes the language the browser sees where ours is a guess', async () => {
    const { asked } = withBrowser(aTranslatingWorld({ detected: { detectedLanguage: 'nl', confidence: 0.9 } }));
    await open(allowed, { buyerLang: { lang: 'de', sure: false } });
    await offer();
    expect(asked).toEqual([{ sourceLanguage: 'nl', targetLanguage: 'en' }]);
  });

  it('shows how much of the model has come, and can be cancelled', async () => {
    withBrowser(aTranslatingWorld({ availability: 'downloadable', progress: [0.4], isEndless: true }));
    const { container } = await open(allowed);
    await offer();
    expect(screen.getByText('The browser downloads a language model first, once.')).toBeTruthy();
    await press(await offer());
    const bar = await screen.findByRole('progressbar', { name: 'Language model' });
    expect(bar.getAttribute('value')).toBe('0.4');
    expect(await axeFindings(container)).toEqual([]);
    await press(button('Cancel'));
    expect(await offer()).toBeTruthy();
    expect(screen.queryByText(/could not translate/)).toBeNull();
  });

  it('says kindly that it failed, and can be tried again', async () => {
    const { created } = withBrowser(aTranslatingWorld({ isBroken: true }));
    await open(allowed);
    await press(await offer());
    await screen.findByText('The browser could not translate this. The words above still help.');
    await press(button('Try again'));
    await waitFor(() => expect(created).toHaveLength(2));
  });

  it('of one message is gone with it', async () => {
    withBrowser(aTranslatingWorld());
    const { understand, update } = await open(allowed);
    await press(await offer());
    const other = { text: 'Hallo', lang: 'de', sentences: [{ start: 0, end: 5, marks: [] }] };
    understand.mockResolvedValue(ok({ ...allowed, message: other }));
    await screen.findByRole('heading', { name: 'Machine translation by your browser' });
    update({ message: { text: 'Hallo', lang: 'de' } });
    await waitFor(() => expect(screen.queryByRole('heading', { name: /^Machine/ })).toBeNull());
    expect(await offer()).toBeTruthy();
  });
});

describe('the button', () => {
  const show = (isOpen: boolean) => {
    const onToggle = vi.fn<(opener: HTMLElement) => void>();
    const view = render(
      <TranslateProvider value={readerOf(WORDS.en, 'en')}>
        <MeaningButton isOpen={isOpen} onToggle={onToggle} />
      </TranslateProvider>,
    );
    return { onToggle, container: view.container };
  };

  it('says whether the part is open and hands itself over for the way back', async () => {
    const { onToggle, container } = show(true);
    const own = button('Meaning');
    expect([own.getAttribute('aria-expanded'), own.getAttribute('aria-keyshortcuts')]).toEqual(['true', 'Shift+Alt+U']);
    await press(own);
    expect(onToggle).toHaveBeenCalledExactlyOnceWith(own);
    expect(await axeFindings(container)).toEqual([]);
  });
});
