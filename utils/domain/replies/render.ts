import type { Lang } from '../ids';
import type { Draft, DraftBlock, Facts, OpenField, Segment, Tone } from './draft';
import { holds } from './facts';
import { fillText, parseDay, parseText } from './liquid';
import type { ReplyTemplate, TemplateBlock } from './template';

/** A template filled from facts in one language, with what is still open and which facts it used. */
export interface RenderedDraft {
  readonly draft: Draft;
  readonly open: readonly OpenField[];
  readonly facts: Facts;
}

// Private-use characters mark open places while Liquid runs; values lose them first, so that no value can fake a mark.
const OPEN_START = '\uE000';
const OPEN_END = '\uE001';
const OPEN_PLACE = new RegExp(`${OPEN_START}([a-zA-Z0-9]+)${OPEN_END}`, 'gu');
const MAX_VALUE_LENGTH = 600;
const UNSAFE = /[\uE000\uE001\u0000-\u0009\u000B-\u001F\u007F]/gu;

/** The language a template can be shown in: the one asked for, else English, else whatever it has. */
export function languageFor(template: ReplyTemplate, wanted: Lang): Lang {
  if (template.languages[wanted]) return wanted;
  return template.languages['en'] ? 'en' : Object.keys(template.languages)[0]!;
}

/** The facts with what the template itself says of those nobody knows; a place the agent emptied stays empty. */
function withFallbacks(template: ReplyTemplate, facts: Facts): Facts {
  const own = template.variables.flatMap(({ name, fallback }) =>
    fallback === undefined || facts[name] !== undefined
      ? []
      : [[name, { value: fallback, source: 'template' as const }] as const],
  );
  return own.length === 0 ? facts : { ...facts, ...Object.fromEntries(own) };
}

/** Values that can stand in the text: declared, not blank, and real days where a day is asked for. */
function usableValues(template: ReplyTemplate, lang: Lang, facts: Facts): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { name, type, choices } of template.variables) {
    const fact = facts[name];
    const value = (fact?.said?.[lang] ?? fact?.value)?.replace(UNSAFE, '').trim().slice(0, MAX_VALUE_LENGTH);
    if (!value || (type === 'date' && !parseDay(value)) || (choices && !choices.includes(value))) continue;
    values[name] = value;
  }
  return values;
}

/** How much is to be said: all of it, unless the shop or the agent wants it short. */
export const toneOf = (facts: Facts): Tone => (facts['tone']?.value === 'short' ? 'short' : 'full');

function keeps(block: TemplateBlock, values: Readonly<Record<string, string>>, facts: Facts): boolean {
  if (block.when && !holds(block.when, facts)) return false;
  if (block.tone && block.tone !== toneOf(facts)) return false;
  return !block.optional || (block.needs ?? []).every((name) => values[name] !== undefined);
}

const frameOf = ({ role }: TemplateBlock): Pick<DraftBlock, 'frame'> =>
  role === 'greeting' ? { frame: 'opening' } : role === 'close' ? { frame: 'closing' } : {};

// Chinese and Japanese put no space between sentences.
const gap = (before: TemplateBlock['before'], lang: Lang): string =>
  before === ' ' && (lang === 'zh' || lang === 'ja') ? '' : before;

/**
 * Fills a template in one language. Which blocks stand depends on the facts alone, so two languages of one
 * template rendered from the same facts say the same, block by block.
 *
 * Errors: null when a text of this language does not parse.
 */
export function renderDraft(template: ReplyTemplate, wanted: Lang, facts: Facts): RenderedDraft | null {
  const lang = languageFor(template, wanted);
  const { texts, status } = template.languages[lang]!;
  // Only for the words: a fallback must not answer which situation the reply is for.
  const known = withFallbacks(template, facts);
  const values = usableValues(template, lang, known);
  const blocks: DraftBlock[] = [];
  const used = new Set<string>();
  const later = new Set<string>();
  for (const block of template.blocks) {
    if (!keeps(block, values, facts)) continue;
    const parsed = parseText(texts[block.id]!);
    if (!parsed) return null;
    parsed.variables.forEach((name) => used.add(name));
    const marks = openMarks(template, block, values);
    // A sentence has words for each choice and none for no choice yet.
    const choice = template.variables.find(({ name, type }) => type === 'choice' && parsed.variables.includes(name));
    const open = choice && marks[choice.name];
    const askFor = (one: string) => fillText(parsed, lang, { ...values, ...marks, [choice?.name ?? '']: one });
    if (open) askedLater(choice, askFor).forEach((name) => later.add(name));
    const segments = toSegments(open ?? fillText(parsed, lang, { ...values, ...marks }), template);
    if (segments.length > 0)
      blocks.push({ id: block.id, before: gap(block.before, lang), segments, ...frameOf(block) });
  }
  const openNames = new Set(
    blocks.flatMap(({ segments }) => segments.flatMap((part) => (part.kind === 'open' ? [part.variable] : []))),
  );
  return {
    draft: { templateId: template.id, lang, status, blocks },
    open: template.variables
      .filter(({ name }) => openNames.has(name) || later.has(name))
      .map(({ name, type, choices, label }) => ({
        name,
        type,
        required: true,
        ...(choices ? { choices } : {}),
        ...(label ? { label } : {}),
      })),
    facts: Object.fromEntries(Object.entries(known).filter(([name]) => used.has(name) && values[name] !== undefined)),
  };
}

/** Marks for the variables without which a block that must stand says nothing. */
function openMarks(
  template: ReplyTemplate,
  block: TemplateBlock,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const needed = template.variables.filter(({ name, required }) => required || block.needs?.includes(name));
  const open = needed.filter(({ name }) => values[name] === undefined);
  return Object.fromEntries(open.map(({ name }) => [name, `${OPEN_START}${name}${OPEN_END}`]));
}

/** What a sentence asks for whichever choice is made: asked together with the choice, else it would stay a blank. */
function askedLater(
  { choices = [] }: ReplyTemplate['variables'][number],
  fill: (choice: string) => string,
): readonly string[] {
  const [first = [], ...others] = choices.map((one) =>
    [...fill(one).matchAll(OPEN_PLACE)].map(([, name = '']) => name),
  );
  return first.filter((name) => others.every((names) => names.includes(name)));
}

function toSegments(filled: string, { variables }: Pick<ReplyTemplate, 'variables'>): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const match of filled.matchAll(OPEN_PLACE)) {
    if (match.index > from) segments.push({ kind: 'text', text: filled.slice(from, match.index) });
    const variable = match[1]!;
    const label = variables.find(({ name }) => name === variable)?.label;
    segments.push({ kind: 'open', variable, ...(label ? { label } : {}) });
    from = match.index + match[0].length;
  }
  if (from < filled.length) segments.push({ kind: 'text', text: filled.slice(from) });
  return segments;
}
