/** What the demo desk has beside its buyers: shops, agents, cards, decisions, and the work log. */
import { asNew } from '../customers/clocked';
import { brandAs, type ShopId } from '../ids';
import type {
  AgentRow,
  EntryRow,
  MuteRow,
  OverrideRow,
  ProductRow,
  RuleRow,
  SettingRow,
  ShopRow,
  TemplateEditRow,
  TemplateRow,
} from '../records';
import type { Department, EntrySeverity } from '../worklog/entry';
import { dayAfter } from '../worklog/days';
import { formatClock } from '../customers/clock';
import { defaultRetention } from '../customers/retention';
import { isNewYearPause } from './calendar';
import { demoAgents, demoShops } from './cast';
import { MOST_COUNTER, nodeOf, type DemoDesk } from './demo-desk';
import { WATCHED_DAYS } from './messages';
import { demoProducts, MELTING, productIdOf, SMALL_DRESS } from './products';

const noShop = brandAs<'ShopId'>('');
const [self, second] = demoAgents;
const [europe] = demoShops;
const DAY_MS = 86_400_000;

/** The shops. */
export const shopRows = (desk: DemoDesk): readonly ShopRow[] =>
  demoShops.map(({ id, market }) => ({
    ...desk.stamp(id, self.id, desk.at(desk.firstDay)),
    id,
    marketplace: market,
    name: desk.input.words.shops[id] ?? id,
  }));

/** The agents. */
export const agentRows = (desk: DemoDesk): readonly AgentRow[] =>
  demoAgents.map(({ id, initials, sinceDays }) => ({
    ...desk.stamp(noShop, id, desk.at(dayAfter(desk.today, -sinceDays))),
    id,
    initials,
  }));

/** Who we are at the demo desk, and what it has decided; contacts and evaluations are kept for three years. */
export const settingRows = (desk: DemoDesk): readonly SettingRow[] => {
  const { now, words } = desk.input;
  const clock = formatClock({ millis: Date.parse(now), counter: MOST_COUNTER, node: nodeOf(self.id) });
  const values: Readonly<Record<string, unknown>> = {
    self: { agentId: self.id, node: nodeOf(self.id) },
    clock,
    works: 'desk',
    watch: { from: `${desk.firstDay}T00:00:00.000Z`, until: `${dayAfter(desk.firstDay, WATCHED_DAYS)}T00:00:00.000Z` },
    myLang: words.lang,
    setUp: { state: 'done', step: 0 },
    retention: { ...defaultRetention, contactMonths: 36, evaluationMonths: 36 },
  };
  return Object.entries(values).map(([name, value]) => ({
    ...desk.stamp(noShop, self.id, desk.at(desk.firstDay)),
    name,
    value,
  }));
};

/** The cards of the products, one for each marketplace. */
export const productRows = (desk: DemoDesk): readonly ProductRow[] =>
  demoShops.flatMap(({ id: shopId, market }) =>
    demoProducts.map(({ sku }): ProductRow => {
      const productId = productIdOf(sku, market);
      return {
        ...desk.stamp(shopId, self.id, desk.at(desk.firstDay)),
        id: `${shopId}:${productId}:${sku}`,
        sku,
        productId,
        title: desk.input.words.titles[sku] ?? sku,
        values: desk.input.words.cards[sku] ?? {},
      };
    }),
  );

interface Story {
  readonly day: string;
  readonly department: Department;
  readonly severity: EntrySeverity;
  readonly text: string;
  readonly shopId?: ShopId;
  readonly sku?: string;
  readonly reason?: string;
  readonly count?: number;
}

const entryOf = (desk: DemoDesk, story: Story): EntryRow => {
  const { day, department, severity, text, shopId = noShop, sku, reason, count = 1 } = story;
  const at = desk.at(day);
  const by = desk.stamp(shopId, desk.agentOn(day).id, at);
  desk.log(by, { what: 'entry.added', at, detail: { department } });
  for (let more = 1; more < count; more += 1) desk.log(by, { what: 'entry.counted', at, detail: { department } });
  return asNew<EntryRow>({
    ...by,
    id: desk.id(),
    day,
    at,
    department,
    severity,
    text,
    ...(sku === undefined ? {} : { product: desk.input.words.titles[sku] ?? sku }),
    ...(reason === undefined ? {} : { reason }),
    count,
  });
};

/** What was written down for others, day by day: problems with their stories, and the rest of a desk's life. */
export const entryRows = (desk: DemoDesk): readonly EntryRow[] => {
  const { dice, input } = desk;
  const { entries, problems } = input.words;
  const kinds = Object.keys(entries) as (keyof typeof entries)[];
  const meltsSince = dayAfter(desk.today, 10 - MELTING.sinceDays);
  const problem = (day: string, reason: keyof typeof problems, rest: Omit<Story, 'day' | 'department' | 'text'>) =>
    entryOf(desk, { day, department: 'problem', text: dice.one(problems[reason]), reason, shopId: europe.id, ...rest });
  return desk.calendar.days.flatMap((day) => [
    ...(day >= meltsSince && dice.isHit(0.4)
      ? [problem(day, 'defective', { severity: 'high', sku: MELTING.sku, count: dice.whole(1, 3) })]
      : []),
    ...(dice.isHit(0.06) ? [problem(day, 'size_not_fit', { severity: 'normal', sku: SMALL_DRESS })] : []),
    ...(dice.isHit(0.025) ? [problem(day, 'damaged', { severity: 'normal', sku: 'HOM-VASE' })] : []),
    ...(isNewYearPause(day) && dice.isHit(0.4) ? [problem(day, 'delivery_delayed', { severity: 'low' })] : []),
    ...kinds
      .filter(() => dice.isHit(0.045))
      .map((department) =>
        entryOf(desk, {
          day,
          department,
          severity: dice.isHit(0.2) ? 'normal' : 'low',
          text: dice.one(entries[department]),
          ...(department === 'inventory' || department === 'sales' ? { sku: dice.one(demoProducts).sku } : {}),
        }),
      ),
  ]);
};

/** Messages that were sent although a rule held them. */
export const overrideRows = (desk: DemoDesk): readonly OverrideRow[] => {
  const rules = ['contact-external-link', 'fmt-emoji', 'promise-absolute', 'customs-misdeclare'];
  return Array.from({ length: 34 }, () => {
    const day = desk.calendar.pick(desk.dice);
    const at = desk.at(day);
    const shopId = desk.dice.one(demoShops).id;
    const by = desk.stamp(shopId, desk.agentOn(day).id, at);
    const rule = desk.dice.one(rules);
    desk.log(by, { what: 'message.overridden', at, detail: { rules: rule } });
    return { ...by, id: desk.id(), rules: [rule], reason: desk.dice.one(desk.input.words.overrides), at };
  });
};

/** Rules that agents do not want to hear of for a while: one that lasts, one that is over. */
export const muteRows = (desk: DemoDesk): readonly MuteRow[] =>
  [
    { agent: self, rule: 'fmt-emoji', ago: 2, days: 7 },
    { agent: second, rule: 'amz-thanks-only', ago: 40, days: 14 },
  ].map(({ agent, rule, ago, days }, place) => {
    const at = desk.at(dayAfter(desk.today, -ago));
    const by = desk.stamp(noShop, agent.id, at);
    desk.log(by, { what: 'rule.muted', at, detail: { rule, days } });
    const until = brandAs<'Instant'>(new Date(Date.parse(at) + days * DAY_MS).toISOString());
    const reason = desk.input.words.mutes[place] ?? '';
    return { ...by, id: `${agent.id}:${rule}`, rule, reason, at, until };
  });

/** What the desk has decided about rules. */
export const ruleRows = (desk: DemoDesk): readonly RuleRow[] => {
  const by = desk.stamp(noShop, self.id, desk.at(dayAfter(desk.today, -200)));
  return [
    { ...by, id: 'holds-sending', on: 1 },
    { ...by, id: 'fmt-decoration', off: 1 },
    { ...by, id: 'tone-shouting', severity: 'block' },
  ];
};

/** What the desk has done with replies: one is not in use. */
export const templateRows = (desk: DemoDesk): readonly TemplateRow[] => {
  const at = desk.at(dayAfter(desk.today, -150));
  return [{ ...desk.stamp(noShop, self.id, at), id: 'price-was-lower', off: 1, reviews: {}, at }];
};

/** A sentence that agents change again and again before they send it. */
export const editRows = (desk: DemoDesk): readonly TemplateEditRow[] =>
  [3, 9, 17, 24].map((ago) => {
    const at = desk.at(dayAfter(desk.today, -ago));
    return {
      ...desk.stamp(noShop, desk.agentOn(dayAfter(desk.today, -ago)).id, at),
      id: desk.id(),
      templateId: 'defective',
      block: 'photo',
      lang: 'en',
      text: 'Could you please send us a photo of the plug and of the batch number on the label?',
      at,
    };
  });
