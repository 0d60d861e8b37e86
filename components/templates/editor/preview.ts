import type { Lang } from '@/utils/domain/ids';
import type { OrderState } from '@/utils/domain/orders';
import { SAMPLE_DAY, sampleFacts, sampleOrderIds } from '@/utils/domain/replies/desk/sample-facts';
import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { DraftBlock, Facts, Tone } from '@/utils/domain/replies/draft';
import { renderDraft } from '@/utils/domain/replies/render';
import { ANY_INTENT, type ReplyTemplate } from '@/utils/domain/replies/template';
import type { Variable } from './editor-state';

/** The situation a reply is shown in. */
export interface Situation {
  readonly hasValues: boolean;
  readonly tone: Tone;
  readonly marketplace: string;
  /** Empty: the page shows no order. */
  readonly orderState: OrderState | '';
  readonly fulfilment: 'own' | 'marketplace';
  readonly isRepeated: boolean;
}

/** What a reply can know in a situation: sample values in the words of a language, and what its conditions ask about. */
export function factsFor(reply: ReplyTemplate, lang: Lang, situation: Situation): Facts {
  const { hasValues, tone, marketplace, orderState, fulfilment, isRepeated } = situation;
  const scope = { ...reply.scope, marketplaces: [marketplace] };
  const values = hasValues ? sampleFacts(lang, { ...reply, scope }, SAMPLE_DAY) : {};
  const about = (value: string) => ({ value, source: 'page' as const });
  return {
    ...values,
    marketplace: about(marketplace),
    tone: { value: tone, source: 'shop' },
    fulfilment: about(fulfilment),
    ...(orderState === '' ? {} : { orderState: about(orderState) }),
    ...(isRepeated ? { repeated: about('yes') } : {}),
  };
}

/** One sentence as a message has it. */
export interface ShownSentence {
  readonly block: string;
  readonly before: string;
  readonly segments: DraftBlock['segments'];
}

/** Texts with an error are left out, so that the rest can still be read. */
function withoutErrors(reply: ReplyTemplate, lang: Lang, problems: readonly TemplateProblem[]): ReplyTemplate | null {
  const own = reply.languages[lang];
  if (!own) return null;
  const broken = new Set(
    problems.flatMap((problem) => (problem.kind === 'syntax' && problem.lang === lang ? problem.block : [])),
  );
  const texts = Object.fromEntries(reply.blocks.map(({ id }) => [id, broken.has(id) ? '' : (own.texts[id] ?? '')]));
  return { ...reply, languages: { [lang]: { ...own, texts } } };
}

/**
 * A reply as it would be inserted in one language. Errors: null when there is nothing in this language, or a text does not
 * parse although `problems` does not name it.
 */
export function showReply(
  reply: ReplyTemplate,
  {
    lang,
    facts,
    problems,
  }: { readonly lang: Lang; readonly facts: Facts; readonly problems: readonly TemplateProblem[] },
): readonly ShownSentence[] | null {
  const readable = withoutErrors(reply, lang, problems);
  const rendered = readable && renderDraft(readable, lang, facts);
  if (!rendered) return null;
  return rendered.draft.blocks.map(({ id, before, segments }, at) => ({
    block: id,
    before: at === 0 ? '' : before,
    segments,
  }));
}

/** The message as text; open places as `⟦label⟧`. */
export const textOf = (sentences: readonly ShownSentence[], labelOf: (name: string) => string): string =>
  sentences
    .map(
      ({ before, segments }) =>
        before + segments.map((part) => (part.kind === 'text' ? part.text : `⟦${labelOf(part.variable)}⟧`)).join(''),
    )
    .join('');

const NO_REPLY: ReplyTemplate = {
  id: 'sample',
  intent: ANY_INTENT,
  kind: 'reply',
  title: { en: '', 'zh-CN': '' },
  scope: {},
  variables: [],
  blocks: [],
  languages: {},
};

/** What a value may look like; empty for a choice, whose words are the sentence's own. */
export function sampleOf(variable: Variable, lang: Lang): string {
  const { name, type } = variable;
  if (type === 'choice') return '';
  if (type === 'order-id') return sampleOrderIds.amazon;
  const value = sampleFacts(lang, { ...NO_REPLY, variables: [variable] }, SAMPLE_DAY)[name]?.value ?? '';
  if (type !== 'date' || value === '') return value;
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
}
