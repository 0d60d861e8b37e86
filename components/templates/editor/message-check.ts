import { PLACEHOLDER_RULE } from '@/utils/domain/compliance/desk/bench';
import { check, type CompiledPack } from '@/utils/domain/compliance/engine';
import type { Severity } from '@/utils/domain/compliance/input';
import type { Instant, Lang, MarketId } from '@/utils/domain/ids';
import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { factsFor, showReply, textOf, type Situation } from './preview';

/** Something the message check says of a sentence, wherever it says so. */
export interface SentenceFinding {
  readonly block: string;
  readonly rule: string;
  readonly severity: Severity;
  /** What stands there. */
  readonly words: string;
  readonly markets: readonly MarketId[];
}

const tones = ['full', 'short'] as const;
const states = ['shipped', 'unshipped', ''] as const;
const fulfilments = ['own', 'marketplace'] as const;

/** Every situation a reply's conditions tell apart, the usual one first; what its sentences do not ask about stays the same. */
function situations({ blocks }: ReplyTemplate, marketplace: string): readonly Situation[] {
  const asks = (...conditions: readonly string[]) => blocks.some(({ when }) => when && conditions.includes(when));
  const hasTones = blocks.some(({ tone }) => tone);
  return (hasTones ? tones : (['full'] as const)).flatMap((tone) =>
    (asks('shipped', 'not-shipped') ? states : (['shipped'] as const)).flatMap((orderState) =>
      (asks('own-shipping', 'marketplace-shipping') ? fulfilments : (['own'] as const)).flatMap((fulfilment) =>
        (asks('repeated', 'first-contact') ? [false, true] : [false]).flatMap((isRepeated) =>
          // Without values stands what is said when nothing is known: the other half of every condition on a value.
          [true, false].map((hasValues) => ({ hasValues, tone, marketplace, orderState, fulfilment, isRepeated })),
        ),
      ),
    ),
  );
}

/**
 * Checks one language of a reply as buyers of each marketplace it is for would read it, in every situation its sentences
 * tell apart; each finding once.
 */
export function checkReply(
  reply: ReplyTemplate,
  on: {
    readonly lang: Lang;
    readonly markets: readonly MarketId[];
    readonly compiled: CompiledPack;
    readonly problems: readonly TemplateProblem[];
    readonly now: Instant;
  },
): readonly SentenceFinding[] {
  const { lang, compiled, problems, now } = on;
  const { marketplaces = [] } = reply.scope;
  // Where a reply is never offered, its words may be what they like.
  const markets = on.markets.filter((market) => marketplaces.length === 0 || marketplaces.includes(market));
  const found = new Map<string, SentenceFinding>();
  const seen = new Set<string>();
  for (const marketplace of markets) {
    for (const situation of situations(reply, marketplace)) {
      const sentences = showReply(reply, { lang, facts: factsFor(reply, lang, situation), problems });
      if (!sentences) continue;
      const text = textOf(sentences, (name) => name);
      const key = `${marketplace} ${text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const direction = reply.kind;
      for (const { rule, severity, start, end } of check({ text, lang, marketplace, direction, now }, compiled)) {
        // Places for values are open here on purpose.
        if (rule === PLACEHOLDER_RULE) continue;
        const words = text.slice(start, end);
        const block = sentenceAt(sentences, start);
        const id = JSON.stringify([block, rule, severity, words]);
        const before = found.get(id)?.markets ?? [];
        found.set(id, { block, rule, severity, words, markets: [...new Set([...before, marketplace])] });
      }
    }
  }
  return [...found.values()];
}

function sentenceAt(sentences: NonNullable<ReturnType<typeof showReply>>, at: number): string {
  let end = 0;
  for (const sentence of sentences) {
    end += textOf([sentence], (name) => name).length;
    if (at < end) return sentence.block;
  }
  return sentences.at(-1)?.block ?? '';
}
