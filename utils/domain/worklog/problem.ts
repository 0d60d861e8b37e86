import type { EscalationKind } from '../guards/escalation';
import type { OrderItem } from '../orders';
import { mayHoldContact } from '../text/contact';
import { longestEntry, type EntrySeverity } from './entry';

/** What can be wrong with a product or its way to the buyer, as ids of the intents; the list a person chooses from. */
export const problemReasons = [
  'defective',
  'damaged',
  'wrong_item',
  'missing_parts',
  'not_as_described',
  'size_not_fit',
  'how_to_use',
  'compatibility',
  'plug_voltage',
  'delivery_delayed',
  'tracking_not_updating',
  'delivered_not_received',
  'package_lost',
  'customs_held',
  'charge_problem',
  'negative_review',
] as const;
export type ProblemReason = (typeof problemReasons)[number];

/** Whether an id is one of them. */
export const isProblemReason = (id: string): id is ProblemReason => (problemReasons as readonly string[]).includes(id);

/** The first of the intents, best first, that says what is wrong; undefined when none does. */
export const reasonOf = (intents: readonly { readonly id: string }[]): ProblemReason | undefined =>
  intents.map(({ id }) => id).find(isProblemReason);

/** Somebody may be hurt: what the product does next must not wait. */
const DANGERS: ReadonlySet<EscalationKind> = new Set(['injury', 'fire']);
/** The product itself is at fault. */
const FAULTS: ReadonlySet<string> = new Set([
  'defective',
  'damaged',
  'wrong_item',
  'missing_parts',
  'not_as_described',
]);

/** How much a problem presses, before a person says so. */
export function severityOf(escalation: EscalationKind | undefined, reason: string | undefined): EntrySeverity {
  if (escalation && DANGERS.has(escalation)) return 'high';
  return reason !== undefined && FAULTS.has(reason) ? 'normal' : 'low';
}

/** What a product is called in an entry: its title, or its number where the title may hold somebody's contact data. */
export function productName({ title, sku, productId }: OrderItem): string | undefined {
  const words = title.trim().slice(0, longestEntry.product);
  const name = words === '' || mayHoldContact(words) ? (sku ?? productId ?? '') : words;
  return name.trim().slice(0, longestEntry.product) || undefined;
}
