/** Buyers of the demo desk, each with everything there is about them. */
import { asNew } from '../customers/clocked';
import { defaultRetention, identityDaysOn, identityFrom, isIdentityOver } from '../customers/retention';
import type { Satellites } from '../customers/satellites';
import { withTags } from '../customers/tags';
import { hashable, withoutIdentity } from '../customers/without-identity';
import { brandAs, type BuyerKey, type Instant } from '../ids';
import type { BuyerRow, BuyerSignal, EventRow, NoteRow } from '../records';
import { dayAfter } from '../worklog/days';
import { demoAgents, demoShops, langOf, nameIn, type DemoShop } from './cast';
import { correspond, presale } from './correspondence';
import type { DemoDesk } from './demo-desk';
import type { DemoWords } from './demo-words';
import { makeEvents, troubleOf, type Trouble } from './events';
import { sendMessage } from './messages';
import { makeOrder, type DemoOrder } from './orders';

/** A buyer as the demo makes one. */
export interface DemoBuyer {
  readonly row: BuyerRow;
  readonly about: Satellites;
}

/** What buyers become: how many orders they have. Shares of all. */
const ORDERS = { 0: 6, 1: 67, 2: 14, 3: 6, 4: 3, 5: 1.7, 7: 1.4, 9: 0.9 } as const;
/** In every so many buyers, one sells on. */
const WHOLESALE = 0.011;
const HASH_LETTERS = 43;

const shopFor = ({ dice }: DemoDesk): DemoShop => {
  const id = dice.share(Object.fromEntries(demoShops.map((shop) => [shop.id, shop.share])));
  return demoShops.find((shop) => shop.id === id) ?? demoShops[0];
};

const daysFor = (desk: DemoDesk, count: number): readonly string[] => {
  const days: string[] = [];
  let day = desk.calendar.pick(desk.dice);
  while (days.length < count && day <= desk.today) {
    days.push(day);
    day = dayAfter(day, desk.dice.whole(10, 110));
  }
  return days;
};

/** Notes by what there is to say: what went wrong, who comes back, and a few of everybody. */
const notesFor = (
  desk: DemoDesk,
  whose: Pick<BuyerRow, 'key' | 'shopId'>,
  seen: {
    readonly stories: readonly (readonly [DemoOrder, Trouble | null])[];
    readonly isWholesale: boolean;
    readonly day: string;
  },
): readonly NoteRow[] => {
  const { dice, input } = desk;
  const notes: NoteRow[] = [];
  const write = (kind: keyof DemoWords['notes'], day: string, sku: string): void => {
    if (day > desk.today) return;
    const at = desk.at(day);
    const by = desk.stamp(whose.shopId, desk.agentOn(day).id, at);
    const text = dice.one(input.words.notes[kind]).replaceAll('{{product}}', input.words.titles[sku] ?? sku);
    const id = brandAs<'NoteId'>(desk.id());
    notes.push(asNew<NoteRow>({ ...by, id, buyerKey: whose.key, text, createdAt: at }));
    desk.log(by, { what: 'note.added', at, buyerKey: whose.key, detail: {} });
  };
  for (const [{ product, arrivedOn }, trouble] of seen.stories) {
    if (arrivedOn === undefined) continue;
    const kind = trouble === 'melted' || trouble === 'small' || trouble === 'late' ? trouble : 'plain';
    if (dice.isHit(trouble === null ? 0.08 : trouble === 'melted' ? 0.7 : 0.4))
      write(kind, dayAfter(arrivedOn, dice.whole(1, 5)), product.sku);
  }
  const [last] = seen.stories.at(-1) ?? [];
  if (seen.isWholesale) write('wholesale', seen.day, last?.product.sku ?? 'LMP-DESK');
  if (seen.stories.length >= 4 && dice.isHit(0.6)) write('repeat', seen.day, last?.product.sku ?? 'LMP-DESK');
  return notes;
};

const tagsFor = (
  { dice, input }: DemoDesk,
  {
    orders,
    troubles,
    isWholesale,
  }: Readonly<Record<'orders' | 'troubles', number>> & { readonly isWholesale: boolean },
): readonly string[] => {
  const { tags } = input.words;
  return [
    ...(orders >= 4 ? [tags.vip] : []),
    ...(isWholesale ? [tags.wholesale] : []),
    ...(troubles >= 2 ? [tags.careful] : []),
    ...(troubles === 1 && dice.isHit(0.1) ? [tags.waiting] : []),
    ...(dice.isHit(0.03) ? [tags.gift] : []),
  ];
};

const signalsFor = ({ dice }: DemoDesk, day: string, isWholesale: boolean): Partial<Record<BuyerSignal, string>> => ({
  ...(isWholesale ? { wholesale: day } : {}),
  ...(dice.isHit(isWholesale ? 0.4 : 0.002) ? { sample: day } : {}),
  ...(dice.isHit(0.002) ? { partner: day } : {}),
  ...(dice.isHit(0.005) ? { 'opted-out': day } : {}),
});

/** What the daily purge would have left of a record: no name, and hashes in place of numbers. */
const purged = (desk: DemoDesk, { row, about }: DemoBuyer, market: string): DemoBuyer => {
  const days = identityDaysOn(defaultRetention, market);
  if (days === null || !isIdentityOver(row, about.orders, { market, days, today: desk.today })) return { row, about };
  const rows = { buyers: [row], ...about };
  const hashOf = new Map(hashable(rows).map((name) => [name, `hash:${desk.dice.letters(HASH_LETTERS)}`]));
  const at = desk.at(dayAfter(identityFrom(row, about.orders, market), days + 1));
  const by = desk.stamp(row.shopId, demoAgents[0].id, at);
  const { buyers, ...left } = withoutIdentity(rows, hashOf, ({ deleted }) => ({ ...by, deleted }));
  return { row: buyers[0] ?? row, about: left };
};

const latest = (moments: readonly Instant[], first: Instant): Instant =>
  moments.reduce((last, at) => (at > last ? at : last), first);

/** Makes one buyer. Reviews of products, which name nobody, come beside. */
export function makeBuyer(desk: DemoDesk): DemoBuyer & { readonly reviews: readonly EventRow[] } {
  const { dice, input } = desk;
  const shop = shopFor(desk);
  const key: BuyerKey = brandAs<'BuyerKey'>(desk.id());
  const country = dice.share(shop.countries);
  const lang = langOf(country);
  const isWholesale = dice.isHit(WHOLESALE);
  const days = daysFor(desk, Number(dice.share(ORDERS)));
  const firstDay = days[0] ?? desk.calendar.pick(dice);
  const asks = days.length === 0 || dice.isHit(0.14);
  const askedOn = days.length === 0 ? firstDay : dayAfter(firstDay, -dice.whole(1, 12));
  const question = asks
    ? sendMessage(desk, { shop, buyerKey: key, day: askedOn, lang, ...dice.one(Object.values(presale)) })
    : null;
  const stories = days.map((day) => {
    const order = makeOrder(desk, { buyerKey: key, shop, country, day, isWholesale: isWholesale && dice.isHit(0.5) });
    return [order, troubleOf(desk, order)] as const;
  });
  const happened = stories.map(([order, trouble]) => makeEvents(desk, order, trouble));
  const letters = stories.map(([order, trouble]) => correspond(desk, order, { trouble, lang }));
  const events = happened.flatMap((one) => one.events);
  const contacts = [...(question ? [question] : []), ...letters.flatMap((one) => one.contacts)];
  const notes = notesFor(desk, { key, shopId: shop.id }, { stories, isWholesale, day: days.at(-1) ?? firstDay });
  const firstSeen = question?.at ?? desk.at(firstDay);
  const lastSeen = latest(
    [
      ...stories.map(([{ row }]) => desk.at(row.stateOn ?? firstDay)),
      ...events.map(({ at }) => desk.at(at)),
      ...contacts.map(({ at }) => at),
    ],
    firstSeen,
  );
  const { id: agent } = desk.agentOn(lastSeen.slice(0, 10));
  const signals = signalsFor(desk, firstDay, isWholesale);
  const born = desk.stamp(shop.id, agent, firstSeen).hlc;
  const by = desk.stamp(shop.id, agent, lastSeen);
  const orderAliases = stories.map(([{ row }]) => `order:${row.orderId}`);
  const ownId = shop.market === 'amazon' ? [] : [`buyer:0000${String(dice.whole(0, 99_999_999)).padStart(8, '0')}`];
  const caseAlias = orderAliases.length + ownId.length === 0 ? [`case:000-${dice.whole(1_000_000, 9_999_999)}`] : [];
  const plain: BuyerRow = {
    ...by,
    born,
    key,
    aliases: [...ownId, ...caseAlias, ...orderAliases],
    displayName: nameIn(dice, input.names, lang),
    country: brandAs<'CountryCode'>(country),
    lang,
    tags: [],
    archived: 0,
    firstSeen,
    lastSeen,
    ...(Object.keys(signals).length === 0 ? {} : { signals }),
  };
  const troubles = stories.filter(([, trouble]) => trouble).length;
  const tags = tagsFor(desk, { orders: days.length, troubles, isWholesale });
  const row = tags.length === 0 ? plain : withTags(plain, { add: tags, remove: [] }, by);
  const about: Satellites = {
    orders: stories.map(([order]) => order.row),
    events,
    notes,
    contacts,
    promises: letters.flatMap((one) => one.promises),
    followUps: letters.flatMap((one) => one.followUps),
  };
  return { ...purged(desk, { row, about }, shop.market), reviews: happened.flatMap((one) => one.reviews) };
}
