/** Buyers as a desk of several years may have them, the same for the same number: about 600 bytes each with what is about them. */
import { brandAs, type Instant } from '../../utils/domain/ids';
import type { BuyerRow, NoteRow, OrderRow, Stamp } from '../../utils/domain/records';

/** A buyer with what is about them, ready to be written. */
export interface MadeBuyer {
  readonly row: BuyerRow;
  readonly order: OrderRow;
  readonly note: NoteRow | null;
}

const FIRST = [
  ...[
    'Anna',
    'Zoë',
    'José',
    'Łukasz',
    'Jürgen',
    'Siobhán',
    'Marie-Claire',
    'Mehmet',
    'Ingrid',
    'Paolo',
    'Chloé',
    'Åsa',
  ],
  ...[
    '王',
    '李',
    '张',
    '刘',
    '陈',
    '田中',
    '佐藤',
    '김',
    '이',
    'Анна',
    'Иван',
    'Ольга',
    'محمد',
    'فاطمة',
    'สมชาย',
    'आरती',
  ],
];
const LAST = [
  ...[
    'Müller',
    'García',
    'Nowak',
    'Ó Briain',
    'Dubois',
    'Yılmaz',
    'Larsson',
    'Rossi',
    'Schröder',
    'Fernández',
    'Smith',
  ],
  ...[
    '小明',
    '伟',
    '芳',
    '太郎',
    '花子',
    '민준',
    '서연',
    'Иванова',
    'Петров',
    'أحمد',
    'علي',
    'ใจดี',
    'शर्मा',
    'Nguyễn',
    'Kowalska',
  ],
];
const THINGS = ['lamp', 'kettle', 'shoes', 'charger', 'backpack', 'vase', 'blanket', 'drill', 'headset', 'umbrella'];
const KINDS = ['blue', 'large', 'folding', 'wooden', 'portable', 'steel', 'soft', 'waterproof', 'vintage', 'compact'];
const TAGS = ['vip', 'wholesale', 'careful', 'gift', 'waiting', '大客户', '催货', 'rückgabe'];
const COUNTRIES = ['DE', 'US', 'FR', 'ES', 'PL', 'GB', 'IT', 'JP', 'RU', 'BR'];
const NOTES = [
  'Asked for a refund because the parcel was two weeks late',
  'Prefers the plug for 230 volts, has an adapter at home',
  '买家要求退款，已同意换货',
  'Möchte die Schuhe eine Größe größer tauschen',
  '電圧について質問がありました。変圧器が必要です',
  'Спрашивала, где посылка, трек-номер не обновлялся',
  'Pediu nota fiscal e prazo de entrega',
  'ลูกค้าขอเปลี่ยนสินค้าเพราะสีไม่ตรง',
  'Vase broken in transit, photos received, sent a new one',
  'Demande si la lampe fonctionne avec un variateur',
];
// Words that are rare, as most words of notes are: two of about 20,000 in each note.
const SYLLABLES = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu', 'pla', 'tro', 'gri', 'shen', 'dou'];

/** Numbers that look random and are the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

/** The number of an order, the same for the same buyer. */
export const orderNumber = (at: number): string =>
  `${300 + (at % 100)}-${padded((at * 7919) % 10_000_000, 7)}-${padded(at % 10_000_000, 7)}`;

/** Keys that are spread like the real ones, so that the store does not get them in order. */
export const buyerKeyAt = (at: number): string => {
  const random = randomFrom(at * 2654435761);
  const part = (): string => padded(Math.floor(random() * 36 ** 6), 10);
  return `${part()}-${part()}-${at.toString(36)}`;
};

/** The buyer of a number; `end` is the moment the last of them was seen. Units: ms since 1970 UTC. */
export const buyerAt = (at: number, stamp: Stamp, end: number): MadeBuyer => {
  const random = randomFrom(at + 17);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const rare = (): string => one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES);
  const key = brandAs<'BuyerKey'>(buyerKeyAt(at));
  const seenMs = end - Math.floor(random() * 700 * 86_400_000);
  const lastSeen = new Date(seenMs).toISOString() as Instant;
  const day = (offset: number): string => new Date(seenMs - offset * 86_400_000).toISOString().slice(0, 10);
  const number = orderNumber(at);
  const tags = random() < 0.3 ? [...new Set([one(TAGS), one(TAGS)])].sort() : [];
  const marks = Object.fromEntries(tags.map((tag) => [tag, { hlc: stamp.hlc, on: 1 as const }]));
  const row: BuyerRow = {
    ...stamp,
    born: stamp.hlc,
    key,
    aliases: [`order:${number}`, ...(random() < 0.5 ? [`buyer:A${padded(at, 12)}`] : [])],
    displayName: `${one(FIRST)} ${one(LAST)}`,
    country: brandAs<'CountryCode'>(one(COUNTRIES)),
    lang: one(['en', 'de', 'zh', 'fr', 'es', 'ja']),
    tags,
    ...(tags.length === 0 ? {} : { tagMarks: marks }),
    archived: 0,
    firstSeen: lastSeen,
    lastSeen,
  };
  const title = `${one(KINDS)} ${one(THINGS)} ${one(KINDS)} ${padded(at % 5_000, 4)}`;
  const order: OrderRow = {
    ...stamp,
    born: stamp.hlc,
    id: `${stamp.shopId}:${number}`,
    orderId: brandAs<'OrderId'>(number),
    buyerKey: key,
    state: 'delivered',
    items: [{ title, quantity: 1 + Math.floor(random() * 3), sku: `SKU-${at % 5_000}` }],
    orderedOn: day(20),
    shippedOn: day(18),
    deliveredOn: day(10),
    amount: { value: Math.round(random() * 20_000) / 100, currency: 'EUR' },
  };
  const hasNote = random() < 0.6;
  const note: NoteRow | null = hasNote
    ? {
        ...stamp,
        born: stamp.hlc,
        id: brandAs<'NoteId'>(`note-${key}`),
        buyerKey: key,
        text: `${one(NOTES)} ${rare()} ${rare()}`,
        createdAt: lastSeen,
      }
    : null;
  return { row, order, note };
};
