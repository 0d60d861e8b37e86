import type { Lang } from '../../ids';
import { fillText, parseText, readLiquid } from '../liquid';
import type { BlockCondition, ReplyTemplate, TemplateBlock } from '../template';
import { longestSamples, sampleFacts } from './sample-facts';

/** Conditions of which one holds and the other does not. */
const SIDES: Readonly<Record<BlockCondition, readonly [pair: string, side: 0 | 1]>> = {
  repeated: ['contact', 0],
  'first-contact': ['contact', 1],
  amazon: ['marketplace', 0],
  aliexpress: ['marketplace', 1],
  'own-shipping': ['fulfilment', 0],
  'marketplace-shipping': ['fulfilment', 1],
  'size-known': ['size', 0],
  'size-unknown': ['size', 1],
  shipped: ['state', 0],
  'not-shipped': ['state', 1],
};

type Values = Readonly<Record<string, string>>;

/** No rendering of the text is longer: all branches together, every value as long as samples get. */
function boundOf(text: string, longest: (name: string) => number): number {
  const reading = readLiquid(text);
  if (!reading) return 0;
  return reading.shown.reduce((sum, name) => sum + longest(name), reading.plainLength);
}

/** The longer side of every pair of conditions, and all that stands in any case. */
function longerSides(blocks: readonly { readonly block: TemplateBlock; readonly length: number }[]): number {
  const pairs = new Map<string, [number, number]>();
  let always = 0;
  for (const { block, length } of blocks) {
    if (!block.when) {
      always += length;
      continue;
    }
    const [pair, side] = SIDES[block.when];
    const sums = pairs.get(pair) ?? [0, 0];
    sums[side] += length;
    pairs.set(pair, sums);
  }
  return [...pairs.values()].reduce((sum, [one, other]) => sum + Math.max(one, other), always);
}

const valuesOf = (template: ReplyTemplate, lang: Lang): Values =>
  Object.fromEntries(Object.entries(sampleFacts(lang, template)).map(([name, { value }]) => [name, value]));

/**
 * How long a message of this template gets with sample values: every optional sentence, the longer tone and sides of
 * conditions, the longest choice. What can't pass `enough` is estimated from above instead. Units: UTF-16 units.
 */
export function longestRendering(template: ReplyTemplate, lang: Lang, enough: number): number {
  const { texts } = template.languages[lang]!;
  const textOf = ({ id }: TemplateBlock): string => texts[id] ?? '';
  // Rendering is slow and hardly any reply comes near the limit.
  const longest = longestSamples(lang, new Map(template.variables.map((variable) => [variable.name, variable])));
  const bound = template.blocks.reduce((sum, block) => sum + block.before.length + boundOf(textOf(block), longest), 0);
  if (bound <= enough) return bound;
  const values = valuesOf(template, lang);
  const choosing = template.variables.filter(({ choices }) => choices !== undefined);
  const ways = Math.max(1, ...choosing.map(({ choices = [] }) => choices.length));
  const lengths = Array.from({ length: ways }, (_, way) => {
    const chosen = choosing.map(({ name, choices = [] }) => [name, choices[way % choices.length] ?? ''] as const);
    const filled = { ...values, ...Object.fromEntries(chosen) };
    const blocks = template.blocks.map((block) => {
      const parsed = parseText(textOf(block));
      const said = parsed ? fillText(parsed, lang, filled).length : 0;
      return { block, length: said === 0 ? 0 : block.before.length + said };
    });
    const inTone = (tone: 'short' | 'full'): number =>
      longerSides(blocks.filter(({ block }) => block.tone === undefined || block.tone === tone));
    return Math.max(inTone('short'), inTone('full'));
  });
  return Math.max(...lengths);
}
