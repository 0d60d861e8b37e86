import { describe, expect, test } from 'vitest';
import { cutLines, evenBreaks, MOST_BROKEN } from '@/components/templates/cut-lines';
import { scopeWords } from '@/components/templates/scope-words';
import { prepareSearch, searchTemplates } from '@/components/templates/search-texts';
import { fits, noFilter, sortEntries, templateEntries, titleOf } from '@/components/templates/template-entries';
import type { ListedTemplate } from '@/utils/app/templates-api';
import { brandAs, type Instant } from '@/utils/domain/ids';
import { aListedTemplate, aTemplate } from '../dashboard/fake-templates';
import { wordsOf } from '../dashboard/harness';

const { translate: t } = await wordsOf('en');
const words = { t, uiLang: 'en', shopLabel: (id: string) => `Shop ${id}` };
const entriesOf = (...templates: readonly ListedTemplate[]) => templateEntries(templates, words);
const on = (day: string): { readonly at: Instant; readonly initials: string } => ({
  at: brandAs<'Instant'>(`${day}T08:00:00.000Z`),
  initials: 'LW',
});
const reviewed = { state: 'reviewed', by: 'LW', on: '2026-11-01' } as const;
const late = aTemplate('late', {
  intent: 'delivery_delayed',
  title: { en: 'Late parcel', 'zh-CN': '包裹延误' },
  langs: ['en', 'de'],
  tags: ['carrier'],
  scope: { marketplaces: ['amazon'], orderStates: ['shipped'], fulfilment: 'own', overdue: true, shops: ['s1'] },
});
const whole = aTemplate('whole', {
  languages: { fr: { status: reviewed, texts: { greeting: 'Bonjour,', answer: 'Le colis est à Lyon.' } } },
});

describe('what the table says of a reply', () => {
  test('is its title in the interface language, its concern, where it is offered, and what it lacks', () => {
    const [entry] = entriesOf(aListedTemplate(late));
    expect(entry).toMatchObject({ title: 'Late parcel', intent: 'Late delivery', langs: 2, reviewed: 0 });
    expect(entry?.scope).toEqual(['Amazon', 'on its way', 'own shipping', 'overdue', 'Shop s1']);
    expect(entry?.lacking).toHaveLength(12);
    expect(entry?.lacking).not.toContain('de');
    expect(titleOf({ template: late }, 'zh-CN')).toBe('包裹延误');
    expect(titleOf({ template: { ...late, title: { en: ' ', 'zh-CN': '' } } }, 'zh-CN')).toBe('late');
  });

  test.each([
    [{ kind: 'proactive' as const }, ['first message']],
    [{ scope: { noOrder: true as const } }, ['no order']],
    [{ scope: { repeated: true } }, ['asked before']],
    [{ scope: { repeated: false, overdue: false } }, ['first contact', 'in time']],
    [{ scope: { contactReasons: ['return'] } }, ['return']],
    [{}, []],
  ])('words its scope: %j', (change, expected) => {
    expect(scopeWords(aTemplate('x', change), words)).toEqual(expected);
  });
});

describe('narrowing and sorting', () => {
  const entries = entriesOf(
    aListedTemplate(late, { uses: 2, changed: on('2026-03-01') }),
    aListedTemplate(whole, { origin: 'shipped', isOff: true, uses: 9 }),
    aListedTemplate(aTemplate('alpha'), { origin: 'changed', uses: 2, changed: on('2026-04-01') }),
  );
  const left = (change: object) => entries.filter((one) => fits(one, { ...noFilter, ...change })).map(({ id }) => id);

  test.each([
    [{}, ['late', 'whole', 'alpha']],
    [{ market: 'aliexpress' }, ['whole', 'alpha']],
    [{ market: 'amazon' }, ['late', 'whole', 'alpha']],
    [{ intent: 'delivery_delayed' }, ['late']],
    [{ lacking: 'de' }, ['whole', 'alpha']],
    [{ status: 'whole' }, ['whole']],
    [{ status: 'none' }, ['late', 'alpha']],
    [{ status: 'part' }, []],
    [{ origin: 'changed' }, ['alpha']],
    [{ use: 'off' }, ['whole']],
    [{ use: 'on', origin: 'own' }, ['late']],
  ])('by %j', (change, expected) => expect(left(change)).toEqual(expected));

  test.each([
    ['title', 'ascending', ['late', 'alpha', 'whole']],
    ['uses', 'descending', ['whole', 'late', 'alpha']],
    ['changed', 'descending', ['alpha', 'late', 'whole']],
    ['languages', 'descending', ['late', 'alpha', 'whole']],
    ['status', 'descending', ['whole', 'late', 'alpha']],
    ['use', 'ascending', ['late', 'alpha', 'whole']],
    ['intent', 'ascending', ['alpha', 'whole', 'late']],
  ] as const)('sorts by %s, %s; what is equal by title', (by, direction, expected) => {
    expect(sortEntries(entries, { by, direction }, 'en').map(({ id }) => id)).toEqual(expected);
  });
});

describe('the search', () => {
  const templates = [late, whole, aTemplate('zh', { title: { en: 'Stock', 'zh-CN': '库存' } })];
  const find = async (query: string) => {
    const found = await searchTemplates(templates, query, new AbortController().signal);
    return found && [...found];
  };

  test.each([
    ['parc', ['late']],
    ['LYON colis', ['whole']],
    ['a lyon', ['whole']],
    ['库存', ['zh']],
    ['carrier', ['late']],
    ['late', ['late']],
    ['xyzzy', []],
  ])('finds %j in titles, ids, tags and texts of any language', async (query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  test('does not look into Liquid, and finds everything for nothing', async () => {
    expect(await find('endif')).toEqual([]);
    expect(await find('  !')).toBeNull();
  });

  test('goes through 5,000 replies in 14 languages in slices, and fast once prepared', async () => {
    const langs = Array.from({ length: 14 }, (_, at) => `l${at}`);
    const many = Array.from({ length: 5_000 }, (_, at) => aTemplate(`reply-${at}`, { langs }));
    const { signal } = new AbortController();
    let turns = 0;
    const heartbeat = setInterval(() => (turns += 1));
    await prepareSearch(many, signal);
    clearInterval(heartbeat);
    expect(turns).toBeGreaterThan(3);
    const since = performance.now();
    expect((await searchTemplates(many, 'answer l13', signal))?.size).toBe(5_000);
    expect((await searchTemplates(many, 'reply 4711', signal))?.size).toBe(1);
    // 50 ms are the target of one search on a machine of its own; here two run beside other tests.
    expect(performance.now() - since).toBeLessThan(1_000);
  });

  test('ends when something else is looked for', async () => {
    const gone = new AbortController();
    const many = Array.from({ length: 4_000 }, (_, at) => aTemplate(`a${at}`, { langs: ['en', 'de', 'fr'] }));
    const looking = searchTemplates(many, 'answer', gone.signal);
    gone.abort();
    expect(await looking).toBeNull();
  });
});

describe('cutting a file into lines', () => {
  const cut = async (text: string) => [...cutLines(await evenBreaks(text))].flatMap(({ lines }) => lines);

  test.each([',', ';', '\t', '|'])('knows the separator %j', async (separator) => {
    expect(
      await cut(['id', 'en', 'de'].join(separator) + '\r\n' + ['a', '"x, ""y""; z"', 'b'].join(separator)),
    ).toEqual([
      { line: 1, cells: ['id', 'en', 'de'], isBroken: false },
      { line: 2, cells: ['a', 'x, "y"; z', 'b'], isBroken: false },
    ]);
  });

  test('believes the line in which a spreadsheet names the separator, and counts lines in cells', async () => {
    const lines = await cut('\ufeffsep=;\nid;en\na;"one\r\ntwo"\rb;three\n');
    expect(lines.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, 'id'],
      [3, 'a'],
      [5, 'b'],
    ]);
  });

  test('gives up only the line whose quotation mark is never closed', async () => {
    const lines = await cut('id,en\na,"open\nb,fine\nc,fine');
    expect(lines.map(({ line, isBroken }) => [line, isBroken])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ]);
    expect(lines[2]?.cells).toEqual(['b', 'fine']);
  });

  test('stops at a file that is broken all over, before its end', () => {
    const portions = [...cutLines('id,en\n' + 'a,"open\n'.repeat(101))];
    const broken = portions.flatMap(({ lines }) => lines.filter(({ isBroken }) => isBroken));
    expect(broken).toHaveLength(MOST_BROKEN);
    expect(portions.at(-1)?.share).toBeLessThan(1);
  });

  test('evens the breaks of a long text, also where it is cut', async () => {
    const text = `\ufeff${'a'.repeat(1_999_998)}\r\nb\rc\n${'d'.repeat(2_000_000)}\r\n`;
    expect(await evenBreaks(text)).toBe(`${'a'.repeat(1_999_998)}\nb\nc\n${'d'.repeat(2_000_000)}\n`);
  });

  test('comes in portions that together are the file', () => {
    const text = 'id,en\n' + Array.from({ length: 1_000 }, (_, at) => `r${at},"text ${at}"\n`).join('');
    const portions = [...cutLines(text)];
    expect(portions.length).toBeGreaterThan(4);
    expect(portions.at(-1)?.share).toBe(1);
    const ids = portions.flatMap(({ lines }) => lines.map(({ cells }) => cells[0])).filter(Boolean);
    expect(ids).toHaveLength(1_001);
    expect(new Set(ids).size).toBe(1_001);
  });
});
