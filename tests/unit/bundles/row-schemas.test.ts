import { describe, expect, it } from 'vitest';
import { bundleLimits, bundleSections, type BundleSection } from '@/utils/domain/bundles/bundle';
import { canonicalJson } from '@/utils/domain/bundles/canonical-json';
import { checkRow } from '@/utils/domain/bundles/row-schemas';
import { asNew } from '@/utils/domain/customers/clocked';
import { make, stampAt, type Table } from '../customers/merging-rows';
import { aTemplate, clockAfter, wholeRows } from './every-row';

type Json = Record<string, unknown>;

const copyOf = (section: BundleSection): Json => structuredClone<unknown>(wholeRows[section]) as Json;

/** A whole row with one place changed; `undefined` takes the place away. */
const changed = (section: BundleSection, path: string, value: unknown): Json => {
  const row = copyOf(section);
  const keys = path.split('.');
  const last = keys.pop()!;
  const place = keys.reduce<Json>((part, key) => part[key] as Json, row);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return row;
};

const fieldOf = (section: BundleSection, row: unknown): string | null => {
  const read = checkRow(section, row);
  return read.ok ? null : read.error.field;
};

const valueOf = (section: BundleSection, row: unknown): Json => {
  const read = checkRow(section, row);
  if (!read.ok) throw new Error(read.error.field);
  return read.value as unknown as Json;
};

describe('a row of a bundle', () => {
  it.each(bundleSections)('is taken with everything it has: %s', (section) => {
    expect(valueOf(section, copyOf(section))).toEqual(wholeRows[section]);
  });

  it.each(Object.keys(make) as Table[])('is taken as a machine makes it first: %s', (table) => {
    const row = make[table](stampAt(clockAfter(0)), 2);
    expect(valueOf(table, row)).toEqual(row);
  });

  it.each([
    ['buyers', ['key', 'aliases', 'tags', 'archived', 'lastSeen']],
    ['templates', ['id', 'off', 'reviews', 'at']],
    ['orders', ['id', 'orderId', 'buyerKey', 'items']],
  ] as const)('of %s needs its own fields and the stamp', (section, fields) => {
    for (const field of [...fields, 'shopId', 'authorId', 'hlc', 'origin', 'deleted'])
      expect(fieldOf(section, changed(section, field, undefined))).toBe(field);
  });

  it('is a new plain object without fields nobody knows and without what is worked out', () => {
    const workedOut = { summary: { orders: 1 }, segments: ['a'], facets: ['b'], recheckOn: '2026-01-01' };
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown;
    const row = valueOf('buyers', { ...copyOf('buyers'), ...workedOut, later: { deep } });
    expect(row).toEqual(wholeRows.buyers);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  });

  it.each([null, undefined, 1, 'row', true, [], [{}]])('is no %j', (value) => {
    for (const section of bundleSections) expect(checkRow(section, value).ok).toBe(false);
  });

  it.each([
    ['notes', 'hlc', 'yesterday'],
    ['notes', 'hlc', clockAfter(0).toUpperCase()],
    ['notes', 'born', ''],
    ['notes', 'deleted', true],
    ['notes', 'deleted', 2],
    ['notes', 'clocks.text', 'late'],
    ['notes', 'clocks', []],
    ['notes', 'id', ''],
    ['notes', 'id', 'x'.repeat(201)],
    ['notes', 'text', 'x'.repeat(bundleLimits.text + 1)],
    ['notes', 'text', null],
    ['notes', 'createdAt', '2026-02-30T00:00:00.000Z'],
    ['notes', 'createdAt', '2026-02-03'],
    ['notes', 'createdAt', '2026-02-03T00:00:00Z'],
    ['notes', 'createdAt', '2026-02-03T00:00:00.000+01:00'],
    ['orders', 'orderedOn', '2026-02-30'],
    ['orders', 'orderedOn', '2026-2-3'],
    ['orders', 'orderedOn', 20260203],
    ['orders', 'state', 'lost'],
    ['orders', 'items.0.title', 7],
    ['orders', 'items.0.quantity', -1],
    ['orders', 'items', Array.from({ length: bundleLimits.list + 1 }, () => ({ title: '' }))],
    ['orders', 'amount.value', Infinity],
    ['orders', 'amount.value', 1e13],
    ['orders', 'amount.currency', 'euro'],
    ['orders', 'country', 'de'],
    ['events', 'stars', 6],
    ['events', 'stars', 4.5],
    ['events', 'dueAt', '2026-02-30'],
    ['events', 'dueAt', 'soon'],
    ['events', 'reason', 'x'.repeat(121)],
    ['entries', 'department', 'kitchen'],
    ['entries', 'count', 0.5],
    ['entries', 'count', 1e300],
    ['buyers', 'aliases.1', 3],
    ['buyers', 'tagMarks.vip.hlc', ''],
    ['buyers', 'tagMarks.vip.on', 2],
    ['buyers', 'fields.size', 42],
    ['buyers', 'fields', Object.fromEntries(Array.from({ length: bundleLimits.list + 1 }, (_, at) => [`f${at}`, '']))],
    ['buyers', 'signals.sample', 'yes'],
    ['buyers', 'byHand.0', 'tags'],
    ['buyers', 'lang', 'x'],
    ['buyers', 'forgotten', 0],
    ['shops', 'marketplace', '../other'],
    ['shops', 'profile', []],
    ['shops', 'profile.handlingDays', 61],
    ['products', 'values.mains', null],
    ['products', 'authors.mains', 'nobody'],
    ['templates', 'reviews.de.on', '2026-13-01'],
    ['templates', 'template', []],
    ['templates', 'template.blocks', []],
    ['templates', 'template.blocks.0.role', 'joke'],
    ['templates', 'template.blocks.0.id', 'constructor'],
    ['templates', 'template.id', 'constructor'],
    ['templates', 'template.place', Infinity],
    ['templates', 'template.languages.en.texts.hello', 'x'.repeat(bundleLimits.text + 1)],
    ['templates', 'template.languages.en.texts.hello', 1],
    ['overrides', 'rules.0', {}],
  ] as const)('of %s names %s when it is wrong', (section, path, value) => {
    expect(fieldOf(section, changed(section, path, value))).toBe(path);
  });

  it('is within its caps at their very end', () => {
    expect(fieldOf('notes', changed('notes', 'text', 'x'.repeat(bundleLimits.text)))).toBeNull();
    expect(fieldOf('notes', changed('notes', 'id', 'x'.repeat(200)))).toBeNull();
    expect(
      fieldOf(
        'buyers',
        changed(
          'buyers',
          'aliases',
          Array.from({ length: bundleLimits.list }, String).map((at) => `a${at}`),
        ),
      ),
    ).toBeNull();
  });

  it('loses keys that every object inherits, wherever they stand', () => {
    const hostile = JSON.parse(`{"__proto__":{"polluted":1},"constructor":"x","prototype":"x","toString":"x"}`) as Json;
    const mixed = (map: Json): Json =>
      Object.assign(Object.fromEntries([...Object.entries(hostile), ...Object.entries(map)]));
    const row = valueOf('buyers', {
      ...mixed(copyOf('buyers')),
      fields: mixed({ size: '42' }),
      tagMarks: mixed({ vip: { hlc: clockAfter(-1), on: 1 } }),
      signals: mixed({ sample: '' }),
      clocks: mixed({
        displayName: clockAfter(-1),
        'fields.__proto__': clockAfter(-1),
        'fields.toString': clockAfter(-1),
      }),
      tags: ['constructor', 'vip', '__proto__'],
    });
    expect(row['fields']).toEqual({ size: '42' });
    expect(Object.keys(row['tagMarks'] as Json)).toEqual(['vip']);
    expect(row['signals']).toEqual({ sample: '' });
    expect(Object.keys(row['clocks'] as Json)).toEqual(['displayName']);
    expect(row['tags']).toEqual(['vip']);
    for (const name of Object.keys(hostile)) expect(Object.hasOwn(row, name)).toBe(false);
    expect(({} as Json)['polluted']).toBeUndefined();
    const values = mixed({ mains: '230 V' });
    expect(valueOf('products', { ...copyOf('products'), values })['values']).toEqual({ mains: '230 V' });
  });

  it('loses clocks of fields it does not know: alone they would say that a field was taken away', () => {
    const clocks = { text: clockAfter(-1), mood: clockAfter(-1), 'moods.bad': clockAfter(-1), deleted: clockAfter(-1) };
    expect(valueOf('notes', { ...copyOf('notes'), clocks })['clocks']).toEqual({
      text: clockAfter(-1),
      deleted: clockAfter(-1),
    });
  });

  it('has no half of a character and no second zero', () => {
    const row = valueOf('buyers', { ...copyOf('buyers'), displayName: 'a\ud83d', fields: { '\ude00': '\ud83dz' } });
    expect(row).toMatchObject({ displayName: 'a\ufffd', fields: { '\ufffd': '\ufffdz' } });
    const { amount } = valueOf('orders', changed('orders', 'amount.value', -0));
    expect(amount).toEqual({ value: 0, currency: 'EUR' });
    const title = { en: 'x\ud83d', 'zh-CN': '' };
    expect(valueOf('templates', changed('templates', 'template.title', title))).toMatchObject({
      template: { title: { en: 'x\ufffd' } },
    });
  });

  it('of a reply has titles that are text and nothing else', () => {
    const title = { en: 'a', 'zh-CN': 'b', de: { deep: [1] }, fr: 3 };
    const row = valueOf('templates', changed('templates', 'template.title', title));
    expect(row['template']).toEqual({ ...aTemplate, title: { en: 'a', 'zh-CN': 'b' } });
  });

  it('of a reply is refused quickly when it has a million values', () => {
    const needs = Array.from({ length: 1_000 }, () => 0);
    const blocks = Array.from({ length: 1_000 }, () => ({ needs }));
    const from = performance.now();
    expect(fieldOf('templates', changed('templates', 'template.blocks', blocks))).toMatch(/^template\.blocks/);
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  it('names a hostile key by its beginning', () => {
    const field = fieldOf('buyers', { ...copyOf('buyers'), fields: { ['k'.repeat(1_000_000)]: '' } });
    expect(field).toHaveLength(200);
    expect(field).toMatch(/^fields\.k+$/);
  });

  it('stays what it is when it is checked again', () => {
    for (const section of bundleSections) {
      const once = valueOf(section, asNew(copyOf(section) as never));
      expect(canonicalJson(valueOf(section, once))).toBe(canonicalJson(once));
    }
  });
});
