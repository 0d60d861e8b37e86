import { describe, expect, it } from 'vitest';
import { createSegments } from '@/utils/app/segments';
import { shippedSegments } from '@/utils/catalog/segments/shipped-segments';
import type { SegmentRule } from '@/utils/domain/customers/segment';
import { aDeskWithBuyer, anOrderAlias, valueOf } from './desk';

const anybody: SegmentRule = {
  id: 'anybody',
  name: 'Anybody',
  groups: [[{ fact: 'messages', is: 'at-least', value: 0 }]],
};

/** A desk with as many buyers as are asked for, none of whom has ordered. */
const aDeskWith = async (buyers: number) => {
  const desk = await aDeskWithBuyer();
  for (let made = 1; made < buyers; made += 1)
    valueOf(await desk.buyers.see({ shopId: desk.shop.id, aliases: [anOrderAlias(`222-${made}`)] }));
  const db = await desk.db();
  const countOf = async (list: string) => (await db.counters.get(list))?.count ?? 0;
  return { ...desk, segments: createSegments(desk.deps), countOf, rows: () => db.buyers.toArray() };
};

describe('the segments of a desk', () => {
  it('are the shipped ones until somebody changes them', async () => {
    const { segments } = await aDeskWith(1);
    expect(valueOf(await segments.read())).toEqual({ rules: shippedSegments, shipped: shippedSegments });
    expect(valueOf(await segments.pending())).toBe(false);
  });

  it('sort every record anew, and the counts with them', async () => {
    const { segments, countOf, rows } = await aDeskWith(3);
    expect(await countOf('segment:new')).toBe(3);
    valueOf(await segments.save({ rules: [anybody] }));
    expect(valueOf(await segments.pending())).toBe(true);
    const heard: number[] = [];
    valueOf(await segments.apply({ onProgress: ({ done }) => heard.push(done) }));
    expect(heard).toEqual([3]);
    expect([await countOf('segment:new'), await countOf('segment:anybody')]).toEqual([0, 3]);
    expect((await rows()).map((row) => row.segments)).toEqual([['anybody'], ['anybody'], ['anybody']]);
    expect(valueOf(await segments.pending())).toBe(false);
  });

  it('go on where they were stopped', async () => {
    const { segments, countOf } = await aDeskWith(205);
    valueOf(await segments.save({ rules: [anybody] }));
    const stop = new AbortController();
    valueOf(await segments.apply({ onProgress: () => stop.abort(), signal: stop.signal }));
    expect(await countOf('segment:anybody')).toBe(200);
    expect(valueOf(await segments.pending())).toBe(true);
    const heard: number[] = [];
    valueOf(await segments.apply({ onProgress: ({ done }) => heard.push(done) }));
    expect(heard).toEqual([5]);
    expect(await countOf('segment:anybody')).toBe(205);
  });

  it('refuse rules that are none, and keep those there are', async () => {
    const { segments } = await aDeskWith(1);
    const refused = await segments.save({ rules: [{ ...anybody, groups: [] }] });
    expect(refused).toEqual({ ok: false, error: { kind: 'invalid', field: 'segments' } });
    expect(valueOf(await segments.read()).rules).toEqual(shippedSegments);
  });

  it('fall back to the shipped ones when the store holds something else', async () => {
    const desk = await aDeskWith(1);
    const db = await desk.db();
    valueOf(await desk.segments.save({ rules: [anybody] }));
    const row = await db.settings.get('segments');
    await db.settings.put({ ...row!, value: { rules: 'gone' } });
    expect(valueOf(await desk.segments.read()).rules).toEqual(shippedSegments);
  });
});
