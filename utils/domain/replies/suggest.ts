import type { Direction } from '../compliance/input';
import type { Lang, MarketId } from '../ids';
import type { OrderFacts } from '../orders';
import type { Facts, Reason, Suggestion, Tone } from './draft';
import { areRelated, OTHER } from './intents';
import type { IntentReading } from './intents';
import { renderDraft, toneOf } from './render';
import { noHabits, type ReplyHabits } from './habits';
import { ANY_INTENT } from './template';
import type { ReplyTemplate } from './template';

/** What a suggestion is made from; everything the page does not show is absent. */
export interface SuggestInput {
  /** What was understood of the buyer's message; null when there is none. */
  readonly reading: IntentReading | null;
  readonly direction: Direction;
  readonly marketplace: MarketId;
  /** Language of the reply. */
  readonly lang: Lang;
  readonly agentLang: Lang;
  readonly order: OrderFacts | null;
  /** On contact pages: the chosen contact reason. */
  readonly contactReason?: string;
  /** From `factsFrom`. */
  readonly facts: Facts;
  /** What this agent uses: of two replies that fit alike, the usual one stands first. */
  readonly habits?: ReplyHabits;
}

/** The templates to choose from. */
export interface ReplyCatalogue {
  readonly templates: readonly ReplyTemplate[];
}

const MAX_CARDS = 3;
const FRAMES: ReadonlySet<string> = new Set(['greeting', 'thanks_closing']);
const INTENTS_CONSIDERED = 5;
const RELATED_SHARE = 0.45;
const STATE_FITS = 1.3;
const STATE_UNKNOWN = 0.75;
const STATE_UNLIKELY = 0.9;
const SCOPE_FITS = 1.15;
/** A reply that has to be read in another language than the buyer's. */
const LANGUAGE_LACKS = 0.8;
// Use orders what fits alike; it never lifts a reply over one that fits the order better (SCOPE_FITS).
const PER_DOUBLED_USE = 0.02;
const MOST_FOR_USE = 0.1;
// When nothing was understood the neutral card stands first; guesses below this only distract.
const WORTH_SHOWING_UNSURE = 0.08;

interface Candidate {
  readonly template: ReplyTemplate;
  readonly intent: string;
  readonly score: number;
}

/**
 * Chooses up to three replies, best first: by what the buyer wants, the order's state, marketplace, who ships, whether it is
 * a repeated contact, and on a contact page by the contact reason.
 */
export function suggest(input: SuggestInput, catalogue: ReplyCatalogue): readonly Suggestion[] {
  const fitting = catalogue.templates.filter((template) => scopeFit(template, input) > 0);
  const candidates = input.reading ? forMessage(input, fitting, input.reading) : forOrder(input, fitting);
  const cards: Suggestion[] = [];
  for (const candidate of candidates) {
    if (cards.length === MAX_CARDS) break;
    const card = toSuggestion(candidate, input, cards.length === 0);
    if (card) cards.push(card);
  }
  return cards;
}

/** How well the situation fits a template: 0 excludes it. */
function scopeFit({ id, kind, scope, languages }: ReplyTemplate, input: SuggestInput): number {
  const { order, facts, lang, habits = noHabits } = input;
  if (kind !== input.direction) return 0;
  if (scope.marketplaces && !scope.marketplaces.includes(input.marketplace)) return 0;
  if (scope.repeated !== undefined && scope.repeated !== (facts['repeated'] !== undefined)) return 0;
  if (scope.overdue !== undefined && scope.overdue !== (facts['overdue'] !== undefined)) return 0;
  if (scope.noOrder && order) return 0;
  if (scope.shops && !scope.shops.includes(facts['shopId']?.value ?? '')) return 0;
  let fit = scope.noOrder ? STATE_UNKNOWN * STATE_UNLIKELY : 1;
  if (!languages[lang]) fit *= LANGUAGE_LACKS;
  fit *= 1 + Math.min(MOST_FOR_USE, PER_DOUBLED_USE * Math.log2(1 + (habits.used[id]?.count ?? 0)));
  if (scope.repeated !== undefined) fit *= SCOPE_FITS;
  if (scope.overdue === true) fit *= SCOPE_FITS;
  if (scope.orderStates) {
    if (order?.state && !scope.orderStates.includes(order.state)) return 0;
    fit *= order?.state ? STATE_FITS : STATE_UNKNOWN;
    // While the page does not show the order, most parcels that are asked about are on their way.
    if (!order?.state && !scope.orderStates.includes('shipped')) fit *= STATE_UNLIKELY;
  }
  if (scope.fulfilment) {
    if (order?.fulfilment && order.fulfilment !== scope.fulfilment) return 0;
    // Where the page does not say who ships, a text that claims the platform does would be a guess.
    if (!order?.fulfilment && scope.fulfilment === 'marketplace') return 0;
    fit *= order?.fulfilment ? SCOPE_FITS : 1;
  }
  if (scope.contactReasons && input.contactReason) {
    if (!scope.contactReasons.includes(input.contactReason)) return 0;
    fit *= STATE_FITS;
  }
  return fit;
}

function forMessage(
  input: SuggestInput,
  fitting: readonly ReplyTemplate[],
  reading: IntentReading,
): readonly Candidate[] {
  const understood = reading.intents[0] !== undefined && reading.intents[0].id !== OTHER;
  // "Hello, ..." and "... thank you" frame a question; they are answered only when there is nothing else.
  const isFrame = (id: string): boolean => FRAMES.has(id) && reading.intents[0]?.id !== id;
  const intents = reading.intents.filter(({ id }) => id !== OTHER && !isFrame(id)).slice(0, INTENTS_CONSIDERED);
  const best = new Map<string, Candidate>();
  const neutral = fitting.find((template) => template.intent === ANY_INTENT);
  for (const { id, score } of intents) {
    const own = fitting.filter((template) => template.intent === id || relates(template, id));
    for (const template of own) {
      const share = template.intent === id ? 1 : RELATED_SHARE;
      keepBest(best, { template, intent: template.intent, score: score * share * scopeFit(template, input) });
    }
    // An intent without an answer of its own gets the neutral one at its own rank.
    if (neutral && own.length === 0) {
      keepBest(best, { template: neutral, intent: id, score: score * STATE_UNKNOWN });
    }
  }
  const ranked = [...best.values()].sort(byScore);
  if (understood) {
    return neutral && !best.has(neutral.id) ? [...ranked, { template: neutral, intent: ANY_INTENT, score: 0 }] : ranked;
  }
  const guesses = ranked.filter(({ template, score }) => template !== neutral && score >= WORTH_SHOWING_UNSURE);
  return neutral ? [{ template: neutral, intent: ANY_INTENT, score: 1 }, ...guesses] : guesses;
}

// A related template stands in only where the page's facts made it fit; otherwise the words alone decide.
const relates = (template: ReplyTemplate, intent: string): boolean =>
  template.scope.orderStates !== undefined && areRelated(template.intent, intent);

function forOrder(input: SuggestInput, fitting: readonly ReplyTemplate[]): readonly Candidate[] {
  // Without a message only the page's own facts speak, so a template bound to none of them would be a guess.
  return fitting
    .filter(
      ({ scope, intent }) =>
        intent === ANY_INTENT || scope.orderStates !== undefined || scope.contactReasons !== undefined,
    )
    .map((template) => ({
      template,
      intent: template.intent,
      score: scopeFit(template, input) - (template.intent === ANY_INTENT ? 1 : 0),
    }))
    .sort(byScore);
}

function keepBest(best: Map<string, Candidate>, candidate: Candidate): void {
  const known = best.get(candidate.template.id);
  if (!known || known.score < candidate.score) best.set(candidate.template.id, candidate);
}

// Equal scores are ordered by id, so that the same page always shows the same cards.
const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || placeOf(a) - placeOf(b) || (a.template.id < b.template.id ? -1 : 1);

const USUAL_PLACE = 50;
const placeOf = ({ template }: Candidate): number => template.place ?? USUAL_PLACE;

function toSuggestion(candidate: Candidate, input: SuggestInput, isFirst: boolean): Suggestion | null {
  const base = fromTemplate(candidate.template, input.lang, input.agentLang, input.facts);
  if (!base) return null;
  const topIntent = input.reading?.intents[0]?.id;
  const sure = input.reading?.sure === true && topIntent !== undefined;
  return {
    ...base,
    intent: candidate.intent,
    reasons: reasonsFor(candidate, input),
    preselected: isFirst && sure && (candidate.intent === topIntent || areRelated(candidate.intent, topIntent)),
  };
}

function reasonsFor(
  { template, intent }: Candidate,
  { reading, order, contactReason }: SuggestInput,
): readonly Reason[] {
  const reasons: Reason[] = [];
  const own = reading?.cues.filter((cue) => cue.intent === intent) ?? [];
  const cues = own.length > 0 ? own : (reading?.cues.filter((cue) => areRelated(cue.intent, intent)) ?? []);
  if (cues.length > 0) reasons.push({ kind: 'cues', cues: cues.map(({ intent: _intent, ...cue }) => cue) });
  if (template.scope.orderStates && order?.state) reasons.push({ kind: 'order-state', state: order.state });
  if (template.scope.contactReasons && contactReason) reasons.push({ kind: 'contact-reason', reason: contactReason });
  return reasons;
}

function fromTemplate(template: ReplyTemplate, lang: Lang, agentLang: Lang, facts: Facts): Suggestion | null {
  const rendered = renderDraft(template, lang, facts);
  if (!rendered) return null;
  const counterpart = renderDraft(template, agentLang, facts);
  const title = template.title[agentLang === 'zh' ? 'zh-CN' : 'en'];
  return {
    templateId: template.id,
    intent: template.intent,
    title,
    reasons: [],
    draft: rendered.draft,
    counterpart: counterpart && counterpart.draft.lang !== rendered.draft.lang ? counterpart.draft : null,
    open: rendered.open,
    facts: rendered.facts,
    ...(template.blocks.some(({ tone }) => tone) ? { tone: toneOf(facts) } : {}),
    scope: {
      ...(template.scope.orderStates && { orderStates: template.scope.orderStates }),
      ...(template.scope.fulfilment && { fulfilment: template.scope.fulfilment }),
    },
    preselected: false,
  };
}

/** One template to be filled again after the agent typed values. */
export interface RenderRequest {
  readonly templateId: string;
  readonly lang: Lang;
  readonly agentLang: Lang;
  /** From `factsFrom`, the same as for `suggest`. */
  readonly facts: Facts;
  /** What the agent typed, by variable; an empty value opens its place again. */
  readonly values: Readonly<Record<string, string>>;
  /** The tone the agent wants this once; the shop's without. */
  readonly tone?: Tone | undefined;
}

/**
 * Fills one template with the facts and the values the agent typed in, which win.
 *
 * Errors: null when there is no such template or its text does not parse.
 */
export function renderSuggestion(request: RenderRequest, catalogue: ReplyCatalogue): Suggestion | null {
  const template = catalogue.templates.find(({ id }) => id === request.templateId);
  if (!template) return null;
  // Only declared variables: what the agent types must not change which situation the template was chosen for.
  const typed = template.variables.flatMap(({ name }) => {
    const value = request.values[name];
    return value === undefined ? [] : [[name, { value, source: 'agent' as const }] as const];
  });
  const tone: Facts = request.tone ? { tone: { value: request.tone, source: 'agent' } } : {};
  const facts = { ...request.facts, ...Object.fromEntries(typed), ...tone };
  return fromTemplate(template, request.lang, request.agentLang, facts);
}
