// @vitest-environment node
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startBench, type Bench, type HostPage } from './browser';

const TYPED = { ok: true, value: { how: 'typed' } };
const SET = { ok: true, value: { how: 'set' } };
const NOT_TAKEN = { ok: false, error: { kind: 'not-taken' } };

let bench: Bench;
let host: HostPage;

beforeAll(async () => {
  bench = await startBench();
}, 60_000);
afterEach(async () => {
  const fakes = await host.page.evaluate('[host.app.sent, host.app.events.includes("fake-key")]');
  await host.close();
  expect(fakes, 'nothing was sent and no key was imitated').toEqual([0, false]);
});
afterAll(() => bench.close());

const insert = (text: string, mode = 'at-caret', options = '{}', css = '.composer'): Promise<unknown> =>
  host.inKit(`kit.composer(${JSON.stringify(css)}, ${options}).insert(${JSON.stringify(text)}, '${mode}')`);
const fieldText = (): Promise<string> => host.inKit(`kit.composer().read()`);
/** Waits until a slow page has answered everything it was told. */
const hasAnswered = () => expect.poll(() => host.page.evaluate('host.app.unanswered'), { timeout: 5_000 }).toBe(0);
/** Waits until a number has stayed the same for a while, and answers it. */
const settled = async (read: () => Promise<number>): Promise<number> => {
  let last = Number.NaN;
  let since = performance.now();
  await expect
    .poll(
      async () => {
        const now = await read();
        if (now !== last) since = performance.now();
        last = now;
        return performance.now() - since;
      },
      { interval: 25, timeout: 5_000 },
    )
    .toBeGreaterThan(300);
  return last;
};

describe('insertion into the fields of seller pages', { timeout: 20_000 }, () => {
  it('types into a plain field, with trusted input and one change event', async () => {
    host = await bench.open(`host.plain()`);
    expect(await insert('Dear Ana, it ships today.')).toEqual(TYPED);
    expect(await host.appState()).toBe('Dear Ana, it ships today.');
    expect(await host.page.evaluate('host.app.events')).toEqual(['input', 'change!']);
  });

  it('takes the insertion back with a real Ctrl+Z', async () => {
    host = await bench.open(`host.plain('', 'My own words. ')`);
    await insert('One\nTwo\nThree', 'append');
    expect(await host.appState()).toBe('My own words. One\nTwo\nThree');
    for (let press = 0; press < 6 && (await host.appState()) !== 'My own words. '; press += 1) {
      await host.page.keyboard.press('Control+z');
    }
    expect(await host.appState()).toBe('My own words. ');
  });

  it('changes the state of a controlled React field', async () => {
    host = await bench.open(`host.react()`);
    expect(await insert('Hallo')).toEqual(TYPED);
    expect(await host.appState()).toBe('Hallo');
  });

  it('changes the state of a React field by the setter when typing is not possible', async () => {
    host = await bench.open(`host.react(true)`);
    expect(await insert('Hallo\nWelt', 'at-caret', `{only: ['setText']}`)).toEqual(SET);
    expect(await host.appState()).toBe('Hallo\nWelt');
    await host.page.waitForTimeout(250);
    expect(await host.page.inputValue('.composer')).toBe('Hallo\nWelt');
  });

  it('survives a React field that draws its state again and again', async () => {
    host = await bench.open(`host.react(true)`);
    expect(await insert('Hallo')).toEqual(TYPED);
    await host.page.waitForTimeout(250);
    expect([await host.appState(), await host.page.inputValue('.composer')]).toEqual(['Hallo', 'Hallo']);
  });

  it('has an oracle that notices a text the application does not know of', async () => {
    host = await bench.open(`host.react(true)`);
    await host.page.evaluate(`document.querySelector('.composer').value = 'naive'`);
    await host.page.waitForTimeout(150);
    expect(await host.appState()).toBe('');
  });

  it.each([
    ['input', 'A'],
    ['change only', 'B'],
    ['input, host attribute ignored while focused', 'C'],
  ])('types into a component with an open shadow root that listens to %s', async (_name, commit) => {
    host = await bench.open(`host.katal('${commit}')`);
    expect(await insert('Thank you\nMaria', 'at-caret', '{watch: true}')).toEqual(TYPED);
    expect(await host.appState()).toBe('Thank you\nMaria');
    expect(await host.page.evaluate('host.app.events')).not.toContain('attribute');
  });

  it('hands the text to the component when only its attribute counts, after leaving the field', async () => {
    host = await bench.open(`host.deafKatal()`);
    expect(await insert('Thank you', 'at-caret', '{watch: true}')).toEqual(SET);
    expect([await host.appState(), await fieldText()]).toEqual(['Thank you', 'Thank you']);
  });

  it('says so when the page never reacts, and leaves no text behind to be doubled by a paste', async () => {
    host = await bench.open(`host.katal('N', 'Hi ')`);
    expect(await insert('Thank you', 'append', '{watch: true}')).toEqual(NOT_TAKEN);
    expect([await host.appState(), await fieldText()]).toEqual(['Hi ', 'Hi ']);
    await host.page.keyboard.type('pasted');
    expect(await fieldText(), 'the caret is where the text belongs').toBe('Hi pasted');
  });

  it.each([150, 400])('writes once into a page that takes %i ms to react', async (delayMs) => {
    host = await bench.open(`host.slow(${delayMs})`);
    const done = (await insert('Hello', 'append', '{watch: true}')) as { ok: boolean };
    expect(done.ok).toBe(true);
    await hasAnswered();
    expect([await host.appState(), await fieldText()]).toEqual(['Hello', 'Hello']);
  });

  it('leaves page and field as they were when the page reacts far too late', async () => {
    host = await bench.open(`host.slow(1500)`);
    expect(await insert('Hello', 'append', '{watch: true}')).toEqual(NOT_TAKEN);
    await hasAnswered();
    expect([await host.appState(), await fieldText()]).toEqual(['', '']);
  });

  it('types into the old component build in the light DOM', async () => {
    host = await bench.open(`host.lightKatal()`);
    expect(await insert('Bonjour', 'at-caret', '{watch: true}')).toEqual(TYPED);
    expect(await host.appState()).toBe('Bonjour');
  });

  it('types into a field in a frame', async () => {
    host = await bench.open(`host.framed()`);
    expect(await host.inKit(`kit.composer().insert('Ciao', 'replace')`, 'inner')).toEqual(TYPED);
    expect(await host.appState()).toBe('Ciao');
  });

  it.each(['focus', 'later', 'typing'])('writes once when the page exchanges the field on %s', async (when) => {
    host = await bench.open(`host.swapping('${when}', ${when === 'typing'})`);
    const done = await host.inKit<{ ok: boolean }>(`kit.insertWithSecondTry('It ships today.', 'append')`);
    expect(done.ok).toBe(true);
    expect(await host.page.inputValue('.composer')).toBe('Hello. It ships today.');
    expect(await host.appState()).toBe('Hello. It ships today.');
  });

  it.each([
    ['disabled', 'disabled'],
    ['read-only', 'readonly'],
    ['hidden', 'style="visibility:hidden"'],
    ['out of the layout', 'hidden'],
    ['an invisible twin', 'aria-hidden="true"'],
  ])('never writes into a field that is %s', async (_name, attribute) => {
    host = await bench.open(`host.plain('${attribute}', 'kept')`);
    expect(await insert('x')).toEqual({ ok: false, error: { kind: 'disabled' } });
    expect([await host.appState(), await fieldText()]).toEqual(['kept', 'kept']);
  });

  it('never writes into a field of a disabled group', async () => {
    host = await bench.open(`host.plain('', 'kept')`);
    await host.page.evaluate(`(() => {
      const group = document.createElement('fieldset');
      document.querySelector('#page').append(group);
      group.append(document.querySelector('.composer'));
      group.disabled = true;
    })()`);
    expect(await insert('x')).toEqual({ ok: false, error: { kind: 'disabled' } });
    expect(await fieldText()).toBe('kept');
  });

  it('refuses a text that does not fit instead of cutting it', async () => {
    host = await bench.open(`host.plain('maxlength="4000"', 'x'.repeat(3990))`);
    expect(await insert('0123456789abc', 'append')).toEqual({
      ok: false,
      error: { kind: 'too-long', over: 3, limit: 4000 },
    });
    expect((await fieldText()).length).toBe(3990);
    expect(await insert('0123456789', 'append')).toEqual(TYPED);
    expect((await host.appState()).length).toBe(4000);
  });

  it('refuses by the limit of the marketplace when the field sets none', async () => {
    host = await bench.open(`host.plain()`);
    expect(await insert('123456', 'replace', '{maxLength: 5}')).toEqual({
      ok: false,
      error: { kind: 'too-long', over: 1, limit: 5 },
    });
  });

  it.each([
    ['lines with Windows ends', 'A\r\n\r\nB\r\nC', 'A\n\nB\nC'],
    ['Arabic with numbers', 'مرحبا، طلبك رقم 999-1234567 في الطريق.\nشكرا', undefined],
    ['a family emoji and a flag', 'Danke 👨‍👩‍👧‍👦 🇩🇪\n🎉', undefined],
    ['tabs and spaces', 'Size\tEU 39\n  indented', undefined],
    ['a combining accent and Thai', 'Cafe\u0301 สวัสดีครับ', undefined],
  ])('keeps %s exactly', async (_name, text, expected = text) => {
    for (const page of ['plain()', 'react()', `katal('A')`]) {
      host = await bench.open(`host.${page}`);
      expect(await insert(text, 'replace')).toEqual(TYPED);
      expect(await host.appState()).toBe(expected);
      if (page !== `katal('A')`) await host.close();
    }
  });

  it.each(['caret-to-start', 'async-caret', 'drops-lines'])(
    'repairs a text that the page garbled between two lines: %s',
    async (bad) => {
      host = await bench.open(`host.rerendering('${bad}')`);
      const done = await host.inKit<{ ok: boolean }>(`kit.composer().insert('one\\ntwo\\nthree', 'replace')`);
      expect(done.ok).toBe(true);
      expect([await host.appState(), await fieldText()]).toEqual(['one\ntwo\nthree', 'one\ntwo\nthree']);
    },
  );

  it('waits for the input method to finish', async () => {
    host = await bench.open(`host.plain()`);
    await host.page.click('.composer');
    await host.inKit(`kit.composer()`);
    await host.cdp.send('Input.imeSetComposition', { text: 'ni hao', selectionStart: 6, selectionEnd: 6 });
    const inserting = insert('!');
    await host.page.waitForTimeout(200);
    expect(await fieldText()).toBe('ni hao');
    await host.cdp.send('Input.insertText', { text: '你好' });
    expect(await inserting).toEqual(TYPED);
    expect(await host.appState()).toBe('你好!');
  });

  it('reports a composition that does not end, and writes nothing', async () => {
    host = await bench.open(`host.plain()`);
    await host.page.click('.composer');
    await host.inKit(`kit.composer('.composer', {compositionLimitMs: 150})`);
    await host.cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    expect(await insert('!')).toEqual({ ok: false, error: { kind: 'composing' } });
    expect(await fieldText()).toBe('ni');
  });

  it('inserts at the caret after a click elsewhere has moved the focus', async () => {
    host = await bench.open(`host.plain('', 'Dear ,')`);
    await host.inKit(`kit.composer()`);
    await host.page.click('.composer');
    await host.page.keyboard.press('Control+Home');
    for (let step = 0; step < 5; step += 1) await host.page.keyboard.press('ArrowRight');
    await host.page.click('#elsewhere');
    expect(await insert('Ana')).toEqual(TYPED);
    expect(await host.appState()).toBe('Dear Ana,');
    await host.page.keyboard.type('!');
    expect(await host.appState()).toBe('Dear Ana!,');
  });

  it('inserts after the text into a field nobody has been in', async () => {
    host = await bench.open(`host.plain('', 'Dear Ana, ')`);
    await insert('welcome');
    expect(await host.appState()).toBe('Dear Ana, welcome');
  });

  it('replaces the selection, or everything', async () => {
    host = await bench.open(`host.plain('', 'one two three')`);
    await host.inKit(`kit.composer().select({start: 4, end: 7})`);
    await insert('2');
    expect(await host.appState()).toBe('one 2 three');
    await insert('all new', 'replace');
    expect(await host.appState()).toBe('all new');
  });

  it('inserts once when the button is clicked twice', async () => {
    host = await bench.open(`host.react()`);
    await host.inKit(`Promise.all([kit.composer().insert('Hi', 'append'), kit.composer().insert('Hi', 'append')])`);
    expect(await host.appState()).toBe('Hi');
  });

  it('leaves alone what the agent types while the page has not reacted yet', async () => {
    host = await bench.open(`host.katal('N')`);
    const inserting = insert('Hello', 'append', '{watch: true}');
    // The agent's key comes while the page is still given time to react, however slow this machine is.
    await expect.poll(fieldText, { interval: 5 }).toBe('Hello');
    await host.page.keyboard.type('!');
    expect(await inserting).toEqual(TYPED);
    expect(await fieldText()).toBe('Hello!');
  });

  it('exchanges a span, keeps the caret of the agent, and can be undone', async () => {
    host = await bench.open(`host.react()`);
    await insert('Please change your review. Thanks', 'replace');
    expect(await host.inKit(`kit.composer().replaceRange({start: 7, end: 25}, 'tell us more')`)).toEqual(TYPED);
    expect(await host.appState()).toBe('Please tell us more. Thanks');
    await host.page.keyboard.type('!');
    expect(await host.appState()).toBe('Please tell us more. Thanks!');
    await host.page.keyboard.press('Control+z');
    await host.page.keyboard.press('Control+z');
    expect(await host.appState()).toBe('Please change your review. Thanks');
  });

  it.each([
    ['in the page', `host.editable()`],
    ['for plain text', `host.editable('contenteditable="plaintext-only"')`],
    ['in a shadow root', `host.shadowEditable()`],
  ])('types several lines into an editable element %s', async (_name, setup) => {
    host = await bench.open(setup);
    expect(await insert('Dear Ana,\n\nit ships today. 👍🏽', 'replace')).toEqual(TYPED);
    expect(await fieldText()).toBe('Dear Ana,\n\nit ships today. 👍🏽');
    // The application reads innerText, which counts the box and the <br> of an empty line both.
    expect((await host.appState()).replace(/\n{2,}/g, '\n\n')).toBe('Dear Ana,\n\nit ships today. 👍🏽');
  });

  it('inserts into an editable element at the caret it had before the focus went', async () => {
    host = await bench.open(`host.editable('contenteditable', '<div>Dear ,</div><div>bye</div>')`);
    await host.inKit(`kit.composer().select({start: 5, end: 5})`);
    await host.page.evaluate(`document.querySelector('#elsewhere').focus()`);
    await host.page.evaluate(`getSelection().removeAllRanges()`);
    expect(await insert('Ana')).toEqual(TYPED);
    expect(await fieldText()).toBe('Dear Ana,\nbye');
  });

  it('does not overwrite the inside of a rich editor', async () => {
    host = await bench.open(`host.editable('contenteditable', '<span data-lexical-text="true">kept</span>')`);
    expect(await insert('new', 'replace', `{only: ['setText']}`)).toEqual(NOT_TAKEN);
    expect(await fieldText()).toBe('kept');
  });
});

describe('watching a field', { timeout: 20_000 }, () => {
  it('reports typing once it is quiet, stays silent while composing, and notices a value set by the page', async () => {
    host = await bench.open(`host.plain()`);
    await host.page.click('.composer');
    await host.inKit(`kit.collectChanges()`);
    const reported = () => host.inKit('kit.changes');
    await host.page.keyboard.type('abc', { delay: 20 });
    await expect.poll(reported).toEqual(['abc']);
    await host.cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    // Silence has no other sign than that: longer than the pause after the last key and the look in between.
    await host.page.waitForTimeout(350);
    expect(await reported()).toEqual(['abc']);
    await host.cdp.send('Input.insertText', { text: '你' });
    await expect.poll(reported).toEqual(['abc', 'abc你']);
    await host.page.evaluate(`document.querySelector('.composer').value = ''`);
    await expect.poll(reported).toEqual(['abc', 'abc你', '']);
  });
});

describe('watching a page', { timeout: 20_000 }, () => {
  it('reports every new address once: push, query in place, hash, back', async () => {
    host = await bench.open(`host.plain()`);
    await host.inKit(`kit.collectRoutes()`);
    await host.page.evaluate(`history.pushState({}, '', '/orders')`);
    await host.page.evaluate(`history.replaceState({}, '', '/orders?page=2')`);
    await host.page.evaluate(`location.hash = 'window'`);
    await host.page.evaluate(`history.back()`);
    await expect.poll(() => host.inKit<readonly string[]>('kit.routes')).toHaveLength(5);
    expect(await host.inKit('kit.routes')).toEqual([
      '/messages',
      '/orders',
      '/orders?page=2',
      '/orders?page=2#window',
      '/orders?page=2',
    ]);
  });

  it('reports a storm of changes at most four times a second, the first one at once, and the last state', async () => {
    host = await bench.open(`host.plain()`);
    await host.inKit(`kit.countQuiet()`);
    await host.page.evaluate(`new Promise((done) => {
      let left = 100;
      const box = document.createElement('div');
      document.body.append(box);
      const tick = () => {
        for (let i = 0; i < 100; i += 1) { const a = document.createElement('i'); box.append(a); a.textContent = i; if (box.childElementCount > 50) box.firstChild.remove(); }
        left -= 1;
        if (left > 0) setTimeout(tick, 10); else done();
      };
      tick();
    })`);
    const stormCalls = await host.inKit<number>('kit.quiet.calls');
    expect(stormCalls).toBeGreaterThan(1);
    expect(stormCalls).toBeLessThanOrEqual(8);
    const calls = (): Promise<number> => host.inKit<number>('kit.quiet.calls');
    const before = await settled(calls);
    await host.page.evaluate(`document.body.append('late')`);
    expect(await settled(calls)).toBe(before + 1);
    expect(await host.inKit<number>('kit.quiet.firstAfterMs')).toBeLessThan(400);
  });
});
