import { describe, expect, test } from 'vitest';
import { glance, withWatched } from '@/utils/domain/reports/glance';
import { isCountedLine, lineCells } from '@/utils/domain/reports/line-cells';
import { recordTally, tallyChanges } from '@/utils/domain/reports/record-tally';
import { openSteps, spanOf, timesIn, waitSteps } from '@/utils/domain/reports/spans';
import { reportParts } from '@/utils/domain/reports/tables';
import { noSatellites, type Satellites } from '@/utils/domain/customers/satellites';

const about = (rows: object): Satellites => ({ ...noSatellites, ...rows });
const order = (orderId: string, more: object = {}) => ({ orderId, orderedOn: '2026-03-01', items: [], ...more });
const lamp = { title: 'Lamp', productId: 'B01' };

const line = (what: string, detail: object) =>
  ({ what, at: '2026-03-01T10:00:00.000Z', shopId: 's', authorId: 'ann', detail }) as Parameters<typeof lineCells>[0];

describe('what a record adds', () => {
  test('is counted by product and country, once a product, in hundredths, without cancelled orders', () => {
    const orders = [
      order('1', {
        items: [lamp, { ...lamp, variant: 'red' }],
        amount: { value: 19.99, currency: 'EUR' },
        country: 'DE',
      }),
      order('2', { orderedOn: '2026-04-01', items: [{ title: 'Cup|Tea', sku: 'C|1' }] }),
      order('3', { state: 'cancelled' }),
      order('4', { orderedOn: undefined }),
    ];
    expect(recordTally({}, about({ orders })).tally).toEqual({
      '2026-03-01': {
        order: 1,
        'order-cancelled': 1,
        'order-money|currency|EUR': 1999,
        'order|country|DE': 1,
        'order|product-country|B01|DE': 1,
        'order|product|B01': 1,
      },
      '2026-04-01': {
        'last-order|orders|2': 1,
        order: 1,
        'order-repeat': 1,
        'order|country|?': 1,
        'order|product-country|C 1|?': 1,
        'order|product|C 1': 1,
      },
    });
  });

  test('puts a return to a product only when the order had no other', () => {
    const events = [{ kind: 'return', orderId: '1', at: '2026-03-05' }];
    const cells = (items: readonly object[]) =>
      recordTally({}, about({ orders: [order('1', { items })], events })).tally?.['2026-03-05'];
    expect(cells([lamp])).toMatchObject({ return: 1, 'return|product|B01': 1 });
    expect(cells([lamp, { title: 'Cup' }])).toEqual({ return: 1, 'return|country|?': 1 });
  });

  test('follows a lead to an order and to a partner, from the day it was one', () => {
    const lead = (signals: object, orderedOn: string) =>
      recordTally({ signals }, about({ orders: [order('1', { orderedOn })] })).tally?.['2026-03-01'];
    const sample = { sample: '2026-03-01', wholesale: '2026-03-09' };
    expect(lead(sample, '2026-03-02')).toEqual({ lead: 1, 'lead-ordered': 1 });
    expect(lead({ ...sample, partner: '2026-05-01' }, '2026-02-02')).toEqual({ lead: 1, 'lead-partner': 1 });
    expect(lead({ wholesale: '', partner: '2026-03-01' }, '2026-02-02')).toBeUndefined();
  });

  test('follows a question to an order within thirty days, and no further', () => {
    const contact = { kind: 'reply', at: '2026-03-01T10:00:00.000Z', authorId: 'ann' };
    const led = (orderedOn: string) =>
      recordTally({}, about({ contacts: [contact], orders: [order('1', { orderedOn })] })).tally?.['2026-03-01'];
    expect(led('2026-03-31')).toMatchObject({ presale: 1, 'presale-ordered': 1 });
    expect(led('2026-04-01')).not.toHaveProperty('presale-ordered');
    expect(led('2026-02-01')).not.toHaveProperty('presale');
  });

  test('is nothing when there is nothing, and differences are what is left', () => {
    expect(recordTally({}, noSatellites)).toEqual({});
    const tally = { '2026-03-01': { order: 1, 'order|country|DE': 1 } };
    expect(tallyChanges(tally, tally)).toEqual({});
    expect(tallyChanges(tally, { '2026-03-01': { order: 1, 'order|country|FR': 1 } })).toEqual({
      '2026-03-01': { 'order|country|DE': -1, 'order|country|FR': 1 },
    });
    expect(tallyChanges(tally, undefined)).toEqual({ '2026-03-01': { order: -1, 'order|country|DE': -1 } });
  });
});

describe('lines of the log', () => {
  test('of a message that was sent add codes and spans', () => {
    const detail = {
      templateId: 'order-status',
      lang: 'de',
      intent: 'delivery-status',
      openFor: 47,
      waited: 63,
      changed: 'a b',
    };
    expect(lineCells(line('message.sent', detail), 14)).toEqual({
      'mended|rule|a': 1,
      'mended|rule|b': 1,
      sent: 1,
      'sent-mended': 1,
      'sent-reply': 1,
      'sent-reply|open|47': 1,
      'sent|hour|14': 1,
      'sent|intent|delivery-status': 1,
      'sent|lang|de': 1,
      'sent|open|47': 1,
      'sent|template|order-status': 1,
      'sent|waited|60': 1,
    });
  });

  test('that say nothing for a report are not counted', () => {
    expect(isCountedLine({ what: 'note.added' })).toBe(false);
    expect(lineCells(line('message.overridden', { rules: 'x y' }), 1)).toEqual({
      'despite|rule|x': 1,
      'despite|rule|y': 1,
      'sent-despite': 1,
    });
  });
});

describe('times', () => {
  test('are filed under the beginning of their span', () => {
    expect([0, 59, 60, 64, 65, 359, 360, 400, 1439].map((minutes) => spanOf(minutes, waitSteps))).toEqual([
      0, 59, 60, 60, 65, 355, 360, 390, 1410,
    ]);
    expect([119, 124, 599, 601, 3_601].map((seconds) => spanOf(seconds, openSteps))).toEqual([
      119, 120, 595, 600, 3_600,
    ]);
  });

  test('give the median and nine of ten by nearest rank, also of one and of equal ones', () => {
    const cells = { 'sent|waited|1': 5, 'sent|waited|10': 4, 'sent|waited|100': 1 };
    expect(timesIn(cells, 'sent', 'waited')).toEqual({ n: 10, median: 1, p90: 10 });
    expect(timesIn({ 'sent|waited|7': 1 }, 'sent', 'waited')).toEqual({ n: 1, median: 7, p90: 7 });
    expect(timesIn({ 'sent|waited|7': 9 }, 'sent', 'waited')).toEqual({ n: 9, median: 7, p90: 7 });
    expect(timesIn({}, 'sent', 'waited')).toBeUndefined();
  });
});

describe('figures and tables', () => {
  test('of nothing are none, not nought of nought', () => {
    for (const { kind, value, n } of glance({})) expect([value, n]).toEqual([kind === 'count' ? 0 : null, 0]);
    for (const { tables } of reportParts({ now: {}, before: {} }, {}))
      for (const { rows, n } of tables) expect([rows.length, n]).toEqual([0, 0]);
  });

  test('keep what was there before and is there no more, and shares that add up', () => {
    const now = { 'sent|intent|a': 1, 'sent|intent|b': 3 };
    const [messages] = reportParts({ now, before: { 'sent|intent|c': 2 } }, {});
    expect(messages?.tables[0]).toMatchObject({
      n: 4,
      rows: [
        { name: 'b', values: [3, 0.75, 0] },
        { name: 'a', values: [1, 0.25, 0] },
        { name: 'c', values: [0, 0, 2] },
      ],
    });
  });
});

describe('what was written while Parley only watched', () => {
  const watched = { 'sent-watched': 3, 'sent-watched|open|200': 3 };

  test('is the baseline of any days, and no part of the share of replies', () => {
    const now = { sent: 10, 'sent-reply': 8, 'sent-watched': 2, 'sent-watched|open|30': 2 };
    const figures = new Map(glance(withWatched(now, watched)).map((figure) => [figure.id, figure]));
    expect(figures.get('open-watched')).toMatchObject({ value: 200, n: 3, kind: 'seconds' });
    expect(figures.get('with-reply')).toMatchObject({ value: 1, n: 8, count: 8 });
  });

  test('is filed beside what was written by hand', () => {
    const detail = { lang: 'de', openFor: 45, watched: 1 };
    expect(lineCells(line('message.sent', detail), 9)).toMatchObject({
      'sent-watched': 1,
      'sent-watched|open|45': 1,
      'sent|open|45': 1,
    });
    expect(lineCells(line('message.sent', detail), 9)).not.toHaveProperty('sent-own|open|45');
  });
});

describe('wrong facts and conversions', () => {
  test('are counted out of rules and intents', () => {
    const now = {
      'mended|rule|guard-amount': 2,
      'mended|rule|guard-date': 1,
      'mended|rule|contact-phone': 5,
      'sent|intent|size_advice': 3,
      'sent|intent|plug_voltage': 4,
      'sent|intent|size_not_fit': 9,
    };
    const figures = new Map(glance(now).map(({ id, value }) => [id, value]));
    expect([figures.get('facts'), figures.get('size-plug')]).toEqual([3, 7]);
  });
});

describe('evaluations', () => {
  test('have a mean for each country, apart from before', () => {
    const now = {
      'feedback|country-stars|DE|5': 2,
      'feedback|country-stars|DE|2': 1,
      'feedback|country-stars|FR|1': 1,
    };
    const before = { 'feedback|country-stars|DE|1': 1 };
    const tables = reportParts({ now, before }, {}).flatMap((part) => part.tables);
    expect(tables.find(({ id }) => id === 'country-stars')).toMatchObject({
      rowKind: 'country',
      n: 4,
      rows: [
        { name: 'DE', values: [3, 4, 1] },
        { name: 'FR', values: [1, 1, null] },
      ],
    });
  });
});

describe('replies', () => {
  test('say how often they were worded otherwise', () => {
    const now = { 'sent|template|late': 4, 'edited|template|late': 1, 'sent|template|size': 2 };
    const tables = reportParts({ now, before: {} }, {}).flatMap((part) => part.tables);
    expect(tables.find(({ id }) => id === 'templates')?.rows).toEqual([
      { name: 'late', values: [4, 4 / 6, 0, 1, 0.25] },
      { name: 'size', values: [2, 2 / 6, 0, 0, 0] },
    ]);
  });
});

describe('answers about sizes and plugs', () => {
  const answered = (change: object) => ({
    id: 'c',
    authorId: 'ann',
    at: '2026-03-01T10:00:00.000Z',
    kind: 'message',
    ...change,
  });
  const bought = (orderId: string, orderedOn: string) => ({ orderId, orderedOn, items: [], state: 'delivered' });
  const about = (contact: object, orders: readonly object[], events: readonly object[] = []) =>
    recordTally({}, {
      ...noSatellites,
      contacts: [answered(contact)],
      orders,
      events: events.map((event) => ({ kind: 'return', at: '2026-03-20', ...event })),
    } as unknown as Satellites).tally?.['2026-03-01'];

  test('are followed to the order they were about, or to the next, and to its return', () => {
    expect(about({ asked: 'size' }, [])).not.toHaveProperty('asked-ordered');
    expect(about({}, [bought('o1', '2026-03-05')])).not.toHaveProperty('asked-ordered');
    expect(about({ asked: 'size' }, [bought('o1', '2026-03-05')])).toMatchObject({ 'asked-ordered': 1 });
    expect(about({ asked: 'size' }, [bought('o1', '2026-04-05')])).not.toHaveProperty('asked-ordered');
    expect(about({ asked: 'plug' }, [bought('o1', '2026-03-05')], [{ orderId: 'o1' }])).toMatchObject({
      'asked-ordered': 1,
      'asked-returned': 1,
    });
    expect(about({ asked: 'plug' }, [bought('o1', '2026-03-05')], [{ orderId: 'o2' }])).not.toHaveProperty(
      'asked-returned',
    );
    const early = [bought('o0', '2026-02-20'), bought('o1', '2026-03-05')];
    expect(about({ asked: 'size', orderId: 'o0' }, early, [{ orderId: 'o0' }])).toMatchObject({ 'asked-returned': 1 });
  });
});
