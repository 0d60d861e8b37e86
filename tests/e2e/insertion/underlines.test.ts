// @vitest-environment node
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startBench, type Bench, type HostPage } from './browser';

let bench: Bench;
let host: HostPage;

beforeAll(async () => {
  bench = await startBench();
}, 60_000);
afterEach(() => host.close());
afterAll(() => bench.close());

const LONG = [
  'Dear Ana, thank you for writing to us about the parcel.',
  'It left our warehouse on Monday. Please change your review to five stars and we refund you at once.',
  '',
  'The plug fits sockets of type C; the dress is 96 cm at the chest, which is EU 42.',
  'Unbreakable: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.',
  '你好，请修改您的评价。谢谢 👨‍👩‍👧 for your patience and write to me@example.org or call.',
  '',
].join('\n');
const WORDS = ['five stars', 'refund', 'type C', 'EU 42', '修改您的评价', 'me@example.org'];

const frames = async (): Promise<void> => {
  await host.page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
};
const styled = (style: string, attributes = ''): string =>
  `host.plain(${JSON.stringify(`style="${style}" ${attributes}`)}, ${JSON.stringify(LONG)})`;
const show = async (words: readonly string[], options = {}): Promise<void> => {
  await host.inKit(`kit.underline(${JSON.stringify(words)}, ${JSON.stringify(options)})`);
  await frames();
};
const wordsUnder = async (words: readonly string[]): Promise<Readonly<Record<string, string | null>>> => {
  const under: Record<string, string | null> = {};
  for (const word of words) under[word] = await host.inKit<string | null>(`kit.wordsUnder(${JSON.stringify(word)})`);
  return under;
};
const onTheWords = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, word]));
const expectOnTheWords = async (words: readonly string[]): Promise<void> =>
  expect(await wordsUnder(words)).toEqual(onTheWords(words));
/** The same for what the page does without any event: it is noticed with the next look. */
const expectSoonOnTheWords = (words: readonly string[]) =>
  expect.poll(() => wordsUnder(words), { timeout: 3_000 }).toEqual(onTheWords(words));
/** Counts the pixels of the colour of the block line in the window. */
const redPixels = async (): Promise<number> => {
  const shot = (await host.page.screenshot()).toString('base64');
  return host.page.evaluate(async (png) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const paint = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    paint.drawImage(picture, 0, 0);
    const { data } = paint.getImageData(0, 0, picture.width, picture.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
      if (red > 150 && green < 120 && blue < 120) count += 1;
    }
    return count;
  }, shot);
};

describe('underlines in a native field', { timeout: 20_000 }, () => {
  it.each([
    ['as browsers draw it', 'width:640px;height:320px'],
    [
      'with letter spacing, padding and a border',
      'width:600px;height:340px;letter-spacing:1px;padding:13px;border:5px solid',
    ],
    ['of a fractional width', 'width:517.4px;height:360px;box-sizing:border-box;border:0.8px solid;font:15px serif'],
    ['under a transform', 'width:640px;height:320px;transform:scale(0.8);transform-origin:0 0'],
    ['that does not wrap', 'width:860px;height:320px;white-space:pre;font-size:11px'],
  ])('stand on their words in a field %s', async (_name, style) => {
    host = await bench.open(styled(style));
    await show(['refund', 'type C', 'EU 42']);
    await expectOnTheWords(['refund', 'type C', 'EU 42']);
  });

  it('follow scrolling of the field and of the page, another width and page zoom', async () => {
    host = await bench.open(styled('width:400px;height:120px'));
    await show(WORDS);
    await host.page.evaluate(`document.querySelector('.composer').scrollTop = 25`);
    await frames();
    await expectOnTheWords(['refund']);
    await host.page.evaluate(`document.querySelector('.composer').style.cssText = 'width:560px;height:400px'`);
    await frames();
    await expectOnTheWords(WORDS);
    await host.page.evaluate(
      `document.body.style.paddingTop = '900px'; document.body.style.paddingBottom = '900px'; scrollTo(0, 850)`,
    );
    await frames();
    await expectOnTheWords(WORDS);
    await host.page.evaluate(`scrollTo(0, 700); document.body.style.zoom = '1.25'`);
    await expectSoonOnTheWords(['refund', 'type C']);
  });

  it('follow a field that the page moves without any event', async () => {
    host = await bench.open(styled('width:560px;height:400px'));
    await show(WORDS);
    await host.page.evaluate(
      `document.body.prepend(Object.assign(document.createElement('div'), {style: 'height:77px'}))`,
    );
    await expectSoonOnTheWords(WORDS);
  });

  it('stand on their words in right-to-left text', async () => {
    const text =
      'مرحبا آنا، طلبك في الطريق. من فضلك غيّر تقييمك إلى خمس نجوم 5 stars وشكرا لك على الانتظار.\nسطر ثان طويل مع refund في الوسط';
    host = await bench.open(
      `host.plain('dir="rtl" style="width:320px;height:200px;overflow-y:scroll"', ${JSON.stringify(text)})`,
    );
    await show(['تقييمك', '5 stars', 'refund']);
    await expectOnTheWords(['تقييمك', '5 stars', 'refund']);
  });

  it('are painted, disappear when hidden, and leave nothing behind', async () => {
    host = await bench.open(styled('width:560px;height:400px'));
    expect(await redPixels()).toBe(0);
    await show(['refund']);
    expect(await redPixels()).toBeGreaterThan(20);
    await host.inKit(`kit.underlines().hide()`);
    await frames();
    expect(await redPixels()).toBe(0);
    await show(['refund']);
    await host.inKit(`kit.underlines().dispose()`);
    await frames();
    expect(await redPixels()).toBe(0);
    expect(await host.inKit(`[...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0)`)).toBe(0);
  });

  it('stay inside a scrolled container of the page', async () => {
    host = await bench.open(styled('width:560px;height:400px;display:block'));
    await host.page.evaluate(`document.querySelector('#page').style.cssText = 'height:90px;overflow:auto'`);
    await show(WORDS);
    await host.page.evaluate(`document.querySelector('#page').scrollTop = 30`);
    await frames();
    await expectOnTheWords(['refund']);
    expect(await host.inKit(`kit.underlines().rectOf('me@example.org')`)).toBeNull();
  });

  it('vanish with an edit that touches them, others move along in the same frame', async () => {
    host = await bench.open(styled('width:560px;height:400px'));
    await show(WORDS);
    const at = LONG.indexOf('refund') + 3;
    await host.inKit(`kit.composer().select({start: ${at}, end: ${at}})`);
    await host.page.keyboard.type('x');
    await frames();
    expect(await host.inKit(`kit.underlines().rectOf('refund')`)).toBeNull();
    await expectOnTheWords(['five stars', 'type C', 'EU 42', '修改您的评价']);
  });

  it('vanish when the page empties the field by itself', async () => {
    host = await bench.open(styled('width:560px;height:400px'));
    await show(['refund']);
    await host.page.evaluate(`document.querySelector('.composer').value = ''`);
    await expect.poll(redPixels, { timeout: 3_000 }).toBe(0);
  });

  it('are found by the pointer', async () => {
    host = await bench.open(styled('width:560px;height:400px'));
    await show(WORDS);
    expect(
      await host.inKit(
        `(() => { const r = kit.underlines().rectOf('EU 42'); return kit.underlines().hitTest(r.left + 3, r.top + 3); })()`,
      ),
    ).toBe('EU 42');
    expect(await host.inKit(`kit.underlines().hitTest(5, 5)`)).toBeNull();
  });

  it('let clicks through to the field', async () => {
    host = await bench.open(styled('width:560px;height:400px'));
    await show(['refund']);
    const at = await host.inKit<{ x: number; y: number }>(`kit.underlines().rectOf('refund').toJSON()`);
    await host.page.mouse.click(at.x + 1, at.y + 4);
    expect(await host.inKit(`kit.composer().caret()`)).toEqual({
      start: LONG.indexOf('refund'),
      end: LONG.indexOf('refund'),
    });
  });

  it('cost little per key with twenty marks in 2,000 characters', async () => {
    const text = 'some words to underline here. '.repeat(66);
    const keys = 80;
    host = await bench.open(`host.plain('style="width:560px;height:300px"', ${JSON.stringify(text)})`);
    await host.inKit(`kit.composer().select({start: 1980, end: 1980})`);
    const perKeyMs = async (): Promise<number> => {
      const before = await busyMs();
      for (let key = 0; key < keys; key += 1) {
        await host.page.keyboard.type('x');
        await host.page.evaluate(`new Promise((done) => requestAnimationFrame(done))`);
      }
      return ((await busyMs()) - before) / keys;
    };
    await host.cdp.send('Performance.enable');
    const busyMs = async (): Promise<number> => {
      const { metrics } = await host.cdp.send('Performance.getMetrics');
      const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
      return (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration')) * 1000;
    };
    await perKeyMs();
    const bare = await perKeyMs();
    await host.inKit(`kit.underline(['some'])`);
    await host.inKit(
      `kit.underlines().show(Array.from({ length: 20 }, (_, i) => ({ id: String(i), start: i * 60, end: i * 60 + 4, severity: 'warn' })))`,
    );
    await frames();
    const marked = await perKeyMs();
    // The bound leaves room for a loaded machine.
    expect(marked - bare).toBeLessThan(1.5);
  });
});

describe('underlines in an editable element', { timeout: 20_000 }, () => {
  it.each([
    [
      'in the page',
      `host.editable('contenteditable', '<div>Dear Ana,</div><div>please <b>change</b> your review</div>')`,
    ],
    ['in a shadow root', `host.shadowEditable()`],
  ])('are painted %s and leave its content untouched', async (_name, setup) => {
    host = await bench.open(setup);
    if (setup.includes('shadow')) await host.inKit(`kit.composer().insert('please change your review', 'replace')`);
    await host.page.evaluate(`document.activeElement.blur()`);
    const markup = await host.inKit(`kit.field().innerHTML`);
    expect(await redPixels()).toBe(0);
    await show(['change your']);
    expect(await redPixels()).toBeGreaterThan(20);
    expect(await host.inKit(`kit.field().innerHTML`)).toBe(markup);
    const rect = await host.inKit<{ width: number }>(`kit.underlines().rectOf('change your').toJSON()`);
    expect(rect.width).toBeGreaterThan(20);
    await host.inKit(`kit.underlines().dispose()`);
    await frames();
    expect(await redPixels()).toBe(0);
  });
});
