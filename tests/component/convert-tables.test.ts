import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuery, onWhole, preparedTables, prepareTables, prepareWhole } from '@/components/convert/engine';
import { isLeaning, tableNeed } from '@/components/convert/table-need';
import type { ConversionTables } from '@/utils/domain/convert/tables';

let first: ConversionTables;
let whole: ConversionTables;
let told = 0;

beforeAll(async () => {
  first = (await prepareTables('en')).tables;
  const stop = onWhole(() => (told += 1));
  await Promise.all([prepareWhole(), prepareWhole()]);
  stop();
  await prepareWhole();
  whole = preparedTables('en')!.tables;
});

const ask = (typed: string, tables: ConversionTables) =>
  answerQuery(typed, { choice: { audience: null, replyLang: 'en' }, tables });

const PLAIN = ['UK 5.5 women', 'EU 38', 'US 8', '220V to Japan', '5 lb in kg', '180 cm 75 kg', 'W32 L34', '100 °F'];
const ABOUT_MORE = [
  'Madrid', '12:30 Madrid', '9am Chicago', '14:30', '3 pm EST', '3-5 business days to Dubai', '$30', 'EUR 38', '30 EUR', 'duty to Germany',
  'size 8 in Tokyo', '东京', 'Москва 15:00', '12:30 USA',
]; // prettier-ignore

describe('the tables a page opens with', () => {
  it('are replaced once, for every language in use', () => {
    expect(told).toBe(1);
    expect(preparedTables('en')?.isWhole).toBe(true);
    expect(first.measures.places).toBeUndefined();
    expect(whole.measures.places).toBeDefined();
    expect(Object.keys(whole.measures.zones.countries).length).toBeGreaterThan(200);
  });

  it.each(PLAIN)('answer "%s" as all tables do, and ask for no more', (typed) => {
    const found = ask(typed, first);
    expect(found.length).toBeGreaterThan(0);
    expect(tableNeed(typed, found)).toBe('none');
    expect(found).toEqual(ask(typed, whole));
  });

  it.each(ABOUT_MORE)('ask for the others at "%s"', (typed) => {
    expect(tableNeed(typed, ask(typed, first))).not.toBe('none');
  });

  it.each([...PLAIN, ...ABOUT_MORE])('show nothing of "%s" meanwhile that all tables would take back', (typed) => {
    const found = ask(typed, first);
    const shown = tableNeed(typed, found) === 'now' ? found.filter((one) => !isLeaning(one, typed)) : found;
    const final = ask(typed, whole);
    for (const one of shown) expect(final).toContainEqual(one);
  });

  it('need nothing for nothing', () => {
    expect(tableNeed('', [])).toBe('none');
  });
});
