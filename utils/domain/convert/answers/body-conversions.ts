import type { Conversion } from '../conversion';
import type { BodyReading } from '../reading/reading';
import { sizeForBody } from '../sizes/body';
import { targetsFor } from '../sizes/convert-size';
import type { Audience } from '../sizes/shoe';
import type { BodyMeasures, SizeAnswer, SizeCategory, SizeProblem } from '../sizes/size';
import { readingsByAudience, type AudienceReading, type Converted } from './audience-readings';
import { targetHints, type Answering } from './options';
import { refusal } from './refusal';
import type { SentenceName } from './sentences';
import { fitLine, fitOf, fitWarnings, showLine, toSpoken } from './size-conversions';
import { nameSize, saySize } from './size-names';
import { sayCheck, sayFit, sayList, type SpokenFit, type SpokenSize } from './size-sentences';
import type { MeasureUnit, Speech } from './speech';

interface Measure {
  readonly key: keyof BodyMeasures;
  readonly said: SentenceName;
  readonly unit: MeasureUnit;
}

const cm = (key: keyof BodyMeasures, said: SentenceName): Measure => ({ key, said, unit: 'centimeter' });
const MEASURES: readonly Measure[] = [
  cm('heightCm', 'height'),
  { key: 'weightKg', said: 'weight', unit: 'kilogram' },
  cm('footCm', 'footLength'),
  cm('chestCm', 'chest'),
  cm('bustCm', 'bust'),
  cm('underbustCm', 'underbust'),
  cm('waistCm', 'waist'),
  cm('hipCm', 'hip'),
  cm('headCm', 'head'),
  cm('handCm', 'hand'),
  cm('fingerCm', 'finger'),
  cm('neckCm', 'neck'),
];

/** Parts of the body that are measured for one kind of thing only. */
const ONLY_FOR: readonly (readonly [keyof BodyMeasures, SizeCategory])[] = [
  ['footCm', 'shoes'],
  ['headCm', 'hat'],
  ['handCm', 'glove'],
  ['fingerCm', 'ring'],
  ['neckCm', 'shirt_collar'],
  ['underbustCm', 'bra'],
];

/** What is to be worn: the text, the listing, the part measured; letters for any other garment. */
function categoryOf({ measures, category }: BodyReading, { options }: Answering): SizeCategory {
  const known = category ?? options.category ?? options.product?.category;
  if (known && known !== 'clothing' && known !== 'other') return known;
  return ONLY_FOR.find(([key]) => measures[key] !== undefined)?.[1] ?? 'letter';
}

/** Suggests a size for measures of a body. */
export function bodyConversions(reading: BodyReading, answering: Answering): readonly Conversion[] {
  const { options, tables, speech } = answering;
  const category = categoryOf(reading, answering);
  const { measures } = reading;
  const heard = heardMeasures(measures);
  const convert = (audience: Audience | undefined): Converted => {
    const asked = { category, ...(audience ? { audience } : {}) };
    const answers: SizeAnswer[] = [];
    let problem: SizeProblem | undefined;
    for (const to of targetsFor({ ...asked, system: 'BODY', size: '' }, targetHints(options), tables)) {
      // The measure itself is no answer to it.
      if (to.endsWith('_CM') || to.endsWith('_MM') || to === 'CM') continue;
      const found = sizeForBody(measures, { ...asked, to }, tables);
      if (found.ok) answers.push(found.value);
      else problem ??= found.error;
    }
    return { answers, ...(problem ? { problem } : {}) };
  };
  // Only women's measures name a bust.
  const named = measures.bustCm !== undefined || measures.underbustCm !== undefined ? 'women' : undefined;
  const known = reading.audience ?? options.audience ?? options.product?.audience ?? named;
  const { readings, problem } = readingsByAudience({ known, mayMix: category === 'shoes' }, convert);
  if (readings.length === 0) return problem ? [refusal(reading, { heard, category }, problem.kind)] : [];
  const ambiguous = readings.length > 1;
  return readings.map((one): Conversion => {
    const sizes = one.lines.map((line) => toSpoken(line, category));
    // The offset counts on the listing's labels.
    const listed = sizes.find(({ system }) => system === options.product?.sizeSystem) ?? sizes[0];
    const fit = listed && fitOf(listed, one.audience ?? listed.audience, answering);
    return {
      kind: 'size',
      category,
      start: reading.start,
      end: reading.end,
      heard,
      ...(one.audience ? { audience: one.audience } : {}),
      lines: [...sizes.map((size) => showLine(size, one.audience)), ...(fit ? [fitLine(fit)] : [])],
      basis: one.lines[0]?.answer.basis ?? { kind: 'rule', sourceId: 'limits' },
      warnings: warningsOf(one, ambiguous, fit),
      ambiguous,
      insertText: sayBody(
        {
          heard,
          measures,
          category,
          sizes,
          ...(ambiguous && one.audience ? { audience: one.audience } : {}),
          ...(fit ? { fit } : {}),
        },
        speech,
      ),
      values: {
        ...bodyValues(measures, sizes, speech),
        ...(fit?.size ? { suggestedSize: saySize(fit.size, speech) } : {}),
      },
    };
  });
}

function warningsOf({ lines }: AudienceReading, ambiguous: boolean, fit: SpokenFit | undefined): readonly string[] {
  const names = [
    ...(ambiguous ? ['ambiguous'] : []),
    ...lines.flatMap(({ answer }) => answer.warnings),
    ...fitWarnings(fit),
  ];
  return [...new Set(names)].map((name) => `convert.warning.${name}`);
}

/** Measures in signs every language reads: `170 cm, 65 kg`. */
const heardMeasures = (measures: BodyMeasures): string =>
  MEASURES.flatMap(({ key, unit }) => {
    const value = measures[key];
    return value === undefined ? [] : [`${Math.round(value * 100) / 100} ${unit === 'kilogram' ? 'kg' : 'cm'}`];
  }).join(', ');

const sayMeasures = (measures: BodyMeasures, speech: Speech): string =>
  MEASURES.flatMap(({ key, said, unit }) => {
    const value = measures[key];
    return value === undefined ? [] : [speech.say(said, { value: speech.atom(speech.measure(value, unit)) })];
  }).join(speech.sentences?.comma ?? ', ');

interface BodySpeech {
  readonly heard: string;
  readonly measures: BodyMeasures;
  readonly category: SizeCategory;
  readonly sizes: readonly SpokenSize[];
  readonly audience?: Audience;
  readonly fit?: SpokenFit;
}

function sayBody({ heard, measures, category, sizes, audience, fit }: BodySpeech, speech: Speech): string {
  if (!speech.sentences)
    return [heard, ...sizes.slice(0, 3).map(nameSize), ...(fit?.size ? [nameSize(fit.size)] : [])].join(' → ');
  const isAsian = sizes.some(({ system }) => system === 'ASIAN');
  const size = sayList(audience ? sizes.map((one, at) => (at === 0 ? { ...one, audience } : one)) : sizes, speech);
  const opening = speech.say('measured', { list: sayMeasures(measures, speech), size });
  return speech.text([opening, fit ? sayFit(fit, speech) : '', speech.say(sayCheck(category, isAsian))]);
}

function bodyValues(
  measures: BodyMeasures,
  sizes: readonly SpokenSize[],
  speech: Speech,
): Readonly<Record<string, string>> {
  const { footCm } = measures;
  return {
    size: speech.sentences ? sayMeasures(measures, speech) : heardMeasures(measures),
    convertedSize: speech.sentences ? sayList(sizes, speech) : sizes.map(nameSize).join(' / '),
    ...(footCm === undefined ? {} : { footLength: speech.atom(speech.measure(footCm, 'centimeter')) }),
  };
}
