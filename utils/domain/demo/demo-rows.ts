import type {
  AgentRow,
  BuyerRow,
  EntryRow,
  EventRow,
  LogRow,
  MuteRow,
  OverrideRow,
  ProductRow,
  RuleRow,
  SettingRow,
  ShopRow,
  TemplateEditRow,
  TemplateRow,
} from '../records';
import { makeBuyer, type DemoBuyer } from './buyers';
import { demoAgents } from './cast';
import { DemoDesk, type DemoInput } from './demo-desk';
import {
  agentRows,
  editRows,
  entryRows,
  muteRows,
  overrideRows,
  productRows,
  ruleRows,
  settingRows,
  shopRows,
  templateRows,
} from './desk-rows';

/** Every row of the demo desk; what is worked out of them (figures, lists, counts) is left to whoever writes them. */
export interface DemoRows {
  readonly shops: readonly ShopRow[];
  readonly agents: readonly AgentRow[];
  readonly settings: readonly SettingRow[];
  readonly products: readonly ProductRow[];
  readonly rules: readonly RuleRow[];
  readonly mutes: readonly MuteRow[];
  readonly overrides: readonly OverrideRow[];
  readonly templates: readonly TemplateRow[];
  readonly templateEdits: readonly TemplateEditRow[];
  readonly entries: readonly EntryRow[];
  readonly buyers: readonly DemoBuyer[];
  /** Reviews of products, which belong to no buyer. */
  readonly reviews: readonly EventRow[];
  /** Lines of the work log, the oldest first. */
  readonly log: readonly LogRow[];
}

/** How large the demo desk is when nobody asks for another size. Units: buyers. */
export const DEMO_BUYERS = 4_000;

/** Lists of orders were read every day: the log says how many buyers of each shop were new. */
const logNewBuyers = (desk: DemoDesk, buyers: readonly BuyerRow[]): void => {
  const counts = new Map<string, BuyerRow[]>();
  for (const row of buyers) {
    const place = `${(row.firstSeen ?? row.lastSeen).slice(0, 10)}\t${row.shopId}`;
    counts.set(place, [...(counts.get(place) ?? []), row]);
  }
  for (const [place, rows] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = rows;
    if (first === undefined) continue;
    const at = desk.at(place.slice(0, 10));
    const by = desk.stamp(first.shopId, demoAgents[0].id, at);
    desk.log(by, { what: 'list.buyers-added', at, detail: { buyers: rows.length } });
  }
};

/**
 * Makes two years of a desk that never was: the same rows for the same input.
 *
 * Days count back from `now`, so that there is always something due today and reports always have something to compare.
 */
export function demoRows(input: DemoInput): DemoRows {
  const desk = new DemoDesk(input);
  const made = Array.from({ length: input.buyers }, () => makeBuyer(desk));
  logNewBuyers(
    desk,
    made.map(({ row }) => row),
  );
  const [entries, overrides, mutes] = [entryRows(desk), overrideRows(desk), muteRows(desk)];
  return {
    shops: shopRows(desk),
    agents: agentRows(desk),
    settings: settingRows(desk),
    products: productRows(desk),
    rules: ruleRows(desk),
    mutes,
    overrides,
    templates: templateRows(desk),
    templateEdits: editRows(desk),
    entries,
    buyers: made.map(({ row, about }) => ({ row, about })),
    reviews: made.flatMap(({ reviews }) => reviews),
    log: [...desk.lines].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}
