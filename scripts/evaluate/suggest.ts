import { object, optional, parse, picklist, record, string } from 'valibot';
import { brandAs } from '../../utils/domain/ids';
import type { OrderFacts } from '../../utils/domain/orders';
import { draftText } from '../../utils/domain/replies/draft-text';
import { factsFrom } from '../../utils/domain/replies/facts';
import { readIntents } from '../../utils/domain/replies/read-intents';
import { suggest } from '../../utils/domain/replies/suggest';
import { detectLanguage } from '../../utils/domain/text/detect';
import { replyData } from './lib/reply-data';

const STATES = [
  'unpaid',
  'unshipped',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'refunded',
  'disputed',
] as const;
const Line = object({
  text: string(),
  marketplace: string(),
  lang: optional(string()),
  page: optional(object({ orderState: optional(picklist(STATES)), values: optional(record(string(), string())) })),
});

type Page = ReturnType<typeof parseLine>['page'];
const parseLine = (line: unknown) => parse(Line, line);

function orderOf(page: Page): OrderFacts | null {
  const values = page?.values ?? {};
  if (!page?.orderState && !values['orderId']) return null;
  return {
    orderId: brandAs<'OrderId'>(values['orderId'] ?? ''),
    items: [],
    ...(page?.orderState && { state: page.orderState }),
    ...(values['promisedDate'] && { promisedOn: values['promisedDate'] }),
  };
}

/**
 * Evaluates one line of the `suggest` task: a message with what the page shows to three drafts. Page values are facts by
 * variable name; the order counts as overdue when they say so (`overdue`), because a file has no today.
 *
 * Errors: throws when the line has another shape.
 */
export function evaluate(line: unknown): unknown {
  const { text, marketplace, lang: known, page } = parseLine(line);
  const { model, cues, templates } = replyData();
  const lang = known ?? detectLanguage(text).lang;
  const order = orderOf(page);
  const base = factsFrom({ order, marketplace: brandAs<'MarketId'>(marketplace), ownMessages: 0, today: '' });
  const shown = Object.entries(page?.values ?? {}).map(([name, value]) => [name, { value, source: 'page' as const }]);
  const suggestions = suggest(
    {
      reading: text.trim() === '' ? null : readIntents(model, cues, text, { lang }),
      direction: text.trim() === '' ? 'proactive' : 'reply',
      marketplace: brandAs<'MarketId'>(marketplace),
      lang,
      agentLang: 'en',
      order,
      facts: { ...base, ...(Object.fromEntries(shown) as typeof base) },
    },
    { templates },
  );
  return {
    lang,
    suggestions: suggestions.map(({ templateId, intent, draft, open }) => ({
      template: templateId,
      intent,
      text: draftText(draft, (variable) => variable),
      open: open.map(({ name }) => name),
    })),
  };
}
