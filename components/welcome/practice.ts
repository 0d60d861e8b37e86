import type { ListedTemplate } from '@/utils/app/templates-api';
import { check, type CompiledPack } from '@/utils/domain/compliance/engine';
import type { Finding, Fix } from '@/utils/domain/compliance/input';
import { brandAs, type Lang } from '@/utils/domain/ids';
import type { Facts } from '@/utils/domain/replies/draft';
import { draftText } from '@/utils/domain/replies/draft-text';
import { renderDraft } from '@/utils/domain/replies/render';
import type { ReplyTemplate } from '@/utils/domain/replies/template';

/** The buyer of the practice writes German: a language most agents check by its counterpart. */
export const BUYER_LANG: Lang = 'de';
/** What the buyer writes. */
export const BUYER_MESSAGE =
  'Guten Tag, meine Bestellung ist immer noch nicht da. Sie sollte letzte Woche kommen. Wann kommt sie endlich?';
/** What colleagues like to add and every marketplace forbids: asking for five stars. */
const PLANTED = 'Bitte bewerten Sie uns mit 5 Sternen.';
const REPLY = 'delivery-delayed-shipped';
const ASKED = 'updateDate';

const known = (value: string) => ({ value, source: 'page' as const });
const order: Facts = {
  buyerName: known('Lena Baumgartner'),
  orderId: known('302-4410982-7719034'),
  orderState: known('shipped'),
  fulfilment: known('own'),
  tone: { value: 'full', source: 'shop' },
};

/** The desk's own reply to a late parcel; null when the desk has taken all of them out. */
export function practiceReply(templates: readonly ListedTemplate[]): ReplyTemplate | null {
  const fits = templates.filter(({ template }) => template.languages[BUYER_LANG] && template.variables.some(isAsked));
  return (fits.find(({ template }) => template.id === REPLY) ?? fits[0])?.template ?? null;
}

const isAsked = ({ name }: ReplyTemplate['variables'][number]): boolean => name === ASKED;

/** The reply in one language; the day that is asked for stands as `⟦label⟧` until it is known. */
export function practiceText(
  reply: ReplyTemplate,
  lang: Lang,
  given: { readonly day: string; readonly label: string },
) {
  const facts: Facts = given.day === '' ? order : { ...order, [ASKED]: { value: given.day, source: 'agent' } };
  const rendered = renderDraft(reply, lang, facts);
  return rendered ? draftText(rendered.draft, () => given.label) : '';
}

/** The inserted reply with the sentence that must not be sent before its closing words. */
export function withPlanted(text: string): string {
  const parts = text.split('\n\n');
  const closing = parts.length > 1 ? parts.pop() : undefined;
  return [...parts, PLANTED, ...(closing === undefined ? [] : [closing])].join('\n\n');
}

/** What the message check of the desk says of the practice reply. */
export const practiceFindings = (text: string, marketplace: string, compiled: CompiledPack): readonly Finding[] =>
  check(
    {
      text,
      lang: BUYER_LANG,
      marketplace: brandAs<'MarketId'>(marketplace),
      direction: 'reply',
      now: brandAs<'Instant'>(new Date().toISOString()),
    },
    compiled,
  );

/** The text after a change the check proposes. */
export const fixed = (text: string, { start, end, replacement }: Fix): string =>
  text.slice(0, start) + replacement + text.slice(end);
