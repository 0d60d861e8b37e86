import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { labelOr } from '../content/labels';
import type { Translate } from '../ui/translate';

/** What the words of a scope are made with. */
export interface ScopeWords {
  readonly t: Translate;
  /** What a shop is called; its id where nobody has named it. */
  readonly shopLabel: (id: string) => string;
}

/** Where a reply is offered, in short words; none when it is offered everywhere. */
export function scopeWords({ scope, kind }: ReplyTemplate, { t, shopLabel }: ScopeWords): readonly string[] {
  const { marketplaces = [], orderStates = [], fulfilment, contactReasons = [], shops = [] } = scope;
  const say = (holds: boolean | undefined, yes: string, no: string) =>
    holds === undefined ? [] : [t(`templates.scope.${holds ? yes : no}`)];
  return [
    ...(kind === 'proactive' ? [t('templates.scope.proactive')] : []),
    ...marketplaces.map((market) => labelOr(t, `common.market.${market}`, market)),
    ...orderStates.map((state) => labelOr(t, `reply.state.${state}`, state)),
    ...(fulfilment ? [t(`reply.fulfilment.${fulfilment}`)] : []),
    ...(scope.noOrder ? [t('templates.scope.noOrder')] : []),
    ...contactReasons.map((reason) => labelOr(t, `reply.contact.${reason}`, reason)),
    ...say(scope.repeated, 'repeated', 'first'),
    ...say(scope.overdue, 'overdue', 'inTime'),
    ...shops.map(shopLabel),
  ];
}
