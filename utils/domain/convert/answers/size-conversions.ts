import type { AnswerLine, Conversion } from '../conversion';
import type { SizeOption, SizeReading } from '../reading/reading';
import { convertSize, targetsFor } from '../sizes/convert-size';
import type { Audience } from '../sizes/shoe';
import type { SizeAnswer, SizeCategory, SizeGiven, SizeProblem } from '../sizes/size';
import {
  readingsByAudience,
  type AnswerFor,
  type AudienceReading,
  type AudienceReadings,
  type Converted,
} from './audience-readings';
import { targetHints, type Answering } from './options';
import { shiftSize } from './product-offset';
import { refusal } from './refusal';
import { localSize, nameSize, saySize, sizeValue, systemLabel, type NamedSize } from './size-names';
import { forAudience, sayGiven, sayList, saySizeAnswer, type SpokenFit, type SpokenSize } from './size-sentences';

/** Answers a size in every way it can be read; readings without an answer count only when there is no other. */
export function sizeConversions(reading: SizeReading, answering: Answering): readonly Conversion[] {
  const all = reading.options.map((option) => ({ option, ...readOption(reading, option, answering) }));
  const answered = all.flatMap(({ option, readings }) => readings.map((lines) => ({ option, lines })));
  const ambiguous = answered.length > 1;
  if (answered.length > 0)
    return answered.map(({ option, lines }) => sizeConversion(reading, { option, lines, ambiguous }, answering));
  const [first] = all;
  if (!first?.problem) return [];
  const { system, size } = first.option;
  const heard = nameSize({ category: reading.category, system, size });
  return [refusal(reading, { heard, category: reading.category }, first.problem.kind)];
}

/** Converts for the audience the text, the page or the card names. */
function readOption(reading: SizeReading, option: SizeOption, answering: Answering): AudienceReadings {
  const { options } = answering;
  const given: SizeGiven = { category: reading.category, system: option.system, size: option.size };
  const known = reading.audience ?? options.audience ?? options.product?.audience;
  return readingsByAudience({ known, mayMix: reading.category === 'shoes' }, (audience) =>
    convertAll({ ...given, ...(audience ? { audience } : {}) }, answering),
  );
}

/** Systems of the buyer's country, the listing and the shop first, then the usual ones of the category. */
function convertAll(given: SizeGiven, { options, tables }: Answering): Converted {
  const answers: SizeAnswer[] = [];
  let problem: SizeProblem | undefined;
  for (const target of targetsFor(given, targetHints(options), tables)) {
    const found = convertSize(given, target, tables);
    if (found.ok) answers.push(found.value);
    else if (found.error.kind === 'contradiction' || !problem) problem = found.error;
  }
  return { answers, ...(problem ? { problem } : {}) };
}

interface Chosen {
  readonly option: SizeOption;
  readonly lines: AudienceReading;
  readonly ambiguous: boolean;
}

function sizeConversion(
  reading: SizeReading,
  { option, lines: found, ambiguous }: Chosen,
  answering: Answering,
): Conversion {
  const { speech } = answering;
  const { cardId } = answering.options.product ?? {};
  const { category } = reading;
  const { audience, lines } = found;
  const given: NamedSize = { category, system: option.system, size: option.size };
  const sizes = [...lines.map((line) => toSpoken(line, category)), ...inseamOf(reading, answering)];
  const fit = fitOf(given, audience, answering);
  const isAsian =
    [option.system, ...lines.map(({ answer }) => answer.system)].includes('ASIAN') || category === 'cn_label';
  const heard = reading.inseamInch === undefined ? nameSize(given) : `${nameSize(given)} L${reading.inseamInch}`;
  return {
    kind: 'size',
    category,
    start: reading.start,
    end: reading.end,
    heard,
    ...(audience ? { audience } : {}),
    lines: [...sizes.map((size) => showLine(size, audience)), ...(fit ? [fitLine(fit)] : [])],
    // The card's offset decides which size to take.
    basis: fit && cardId !== undefined ? { kind: 'product', sourceId: cardId } : (lines[0] as AnswerFor).answer.basis,
    warnings: warningsOf(reading, { option, lines: found, ambiguous }, fit),
    ambiguous,
    insertText: saySizeAnswer(
      { category, given, ...(audience ? { audience } : {}), sizes, isAsian, ...(fit ? { fit } : {}) },
      speech,
    ),
    values: sizeValues(given, { sizes, ...(audience ? { audience } : {}), fit }, answering),
  };
}

/** A table's answer as sentences name it. */
export const toSpoken = ({ answer, audience }: AnswerFor, category: SizeCategory): SpokenSize => ({
  category,
  system: answer.system,
  size: answer.size,
  ...(answer.range ? { range: answer.range } : {}),
  ...(audience ? { audience } : {}),
});

/** The length that stood beside a waist, in centimetres. */
function inseamOf({ inseamInch }: SizeReading, { tables }: Answering): readonly SpokenSize[] {
  if (inseamInch === undefined) return [];
  const found = convertSize({ category: 'inseam', system: 'IN', size: String(inseamInch) }, 'CM', tables);
  return found.ok ? [{ category: 'inseam', system: 'CM', size: found.value.size }] : [];
}

/** A size as the interface shows it. */
export function showLine(size: SpokenSize, audience: Audience | undefined): AnswerLine {
  const { range } = size;
  return {
    label: systemLabel(size, size.audience ?? audience),
    value: sizeValue(size),
    ...(range && range[0] !== range[1] ? { range: `${range[0]}–${range[1]}` } : {}),
  };
}

/** The size we would take, as the interface shows it. */
export const fitLine = ({ direction, size }: SpokenFit): AnswerLine => ({
  label: direction === 'small' ? 'convert.size.runsSmall' : 'convert.size.runsLarge',
  value: size ? nameSize(size) : direction === 'small' ? '+1' : '−1',
});

/** The size the product card's offset leads to, on the listing's labels, or on those of the question without any. */
export function fitOf(
  given: NamedSize,
  audience: Audience | undefined,
  { options, tables }: Answering,
): SpokenFit | undefined {
  const { product } = options;
  const offset = product?.sizeOffset;
  if (!offset) return undefined;
  const direction = offset > 0 ? 'small' : 'large';
  const whole: SizeGiven = { ...given, ...(audience ? { audience } : {}) };
  const listed =
    product.sizeSystem && product.sizeSystem !== given.system ? convertSize(whole, product.sizeSystem, tables) : null;
  const base: NamedSize = listed?.ok ? { ...given, system: listed.value.system, size: listed.value.size } : given;
  const size = shiftSize(base, offset);
  if (size === null) return { direction, size: null };
  const shifted = { ...base, size };
  // A size off the end of the labels does not exist.
  const back = base.system === 'EU' ? 'UK' : 'EU';
  const exists = convertSize({ ...shifted, ...(audience ? { audience } : {}) }, back, tables);
  return { direction, size: exists.ok || exists.error.kind === 'no-table' ? shifted : null };
}

function warningsOf(
  reading: SizeReading,
  { option, lines, ambiguous }: Chosen,
  fit: SpokenFit | undefined,
): readonly string[] {
  const names = [
    ...(ambiguous ? ['ambiguous'] : []),
    ...(reading.assumed && reading.category === 'shoes' ? ['assumedShoes'] : []),
    ...(reading.assumed && reading.category !== 'shoes' ? ['assumedCategory'] : []),
    ...(option.system.startsWith('FOOT') ? ['footNotInsole'] : []),
    ...lines.lines.flatMap(({ answer }) => lineWarnings(answer, option.system)),
    ...fitWarnings(fit),
  ];
  return [...new Set(names)].map((name) => (name.startsWith('convert.') ? name : `convert.warning.${name}`));
}

/** Names of the warnings that a product's fit adds. */
export const fitWarnings = (fit: SpokenFit | undefined): readonly string[] =>
  fit ? [fit.direction === 'small' ? 'runsSmall' : 'runsLarge'] : [];

/** Systems that print the length a shoe is made for. */
const LENGTH_LABELS: ReadonlySet<string> = new Set(['JP', 'KR', 'CN', 'MX', 'MONDOPOINT', 'FOOT_CM', 'FOOT_IN']);

/** What is said of feet and labels that name a length matters only to who gave one. */
function lineWarnings({ system, warnings }: SizeAnswer, from: string): readonly string[] {
  if (LENGTH_LABELS.has(from)) return warnings;
  return system.startsWith('FOOT') ? [] : warnings.filter((warning) => warning !== 'jpLabelNotFoot');
}

function sizeValues(
  given: NamedSize,
  {
    sizes,
    audience,
    fit,
  }: { readonly sizes: readonly SpokenSize[]; readonly audience?: Audience; readonly fit: SpokenFit | undefined },
  { speech }: Answering,
): Readonly<Record<string, string>> {
  const foot = [given, ...sizes].find(({ system }) => system === 'FOOT_CM');
  return {
    size: forAudience(sayGiven(given, speech), speech.sentences ? audience : undefined, speech),
    convertedSize: speech.sentences ? sayList(sizes, speech) : sizes.map(nameSize).join(' / '),
    ...(foot ? { footLength: speech.atom(localSize(foot, speech)) } : {}),
    ...(fit?.size ? { suggestedSize: saySize(fit.size, speech) } : {}),
  };
}
