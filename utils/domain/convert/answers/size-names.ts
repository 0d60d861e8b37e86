import type { Audience } from '../sizes/shoe';
import type { SizeCategory } from '../sizes/size';
import type { SentenceName } from './sentences';
import type { MeasureUnit, Speech } from './speech';

/** A size in a system, as tables and readings give it. */
export interface NamedSize {
  readonly category: SizeCategory;
  readonly system: string;
  readonly size: string;
}

interface SystemWords {
  /** Key under `convert.system`; a system without one is shown by its code. */
  readonly key?: string;
  /** What stands before the size on labels; the code when absent, nothing when empty. */
  readonly code?: string;
  readonly unit?: MeasureUnit;
  /** Words around the size in whole sentences. */
  readonly said?: SentenceName;
}

/** Measures of the body in centimetres, as columns of tables name them. */
const girth = (said: SentenceName): SystemWords => ({
  key: `${said.toUpperCase()}_CM`,
  code: '',
  unit: 'centimeter',
  said,
});

const INCHES: SystemWords = { key: 'INCH', code: '', unit: 'inch' };

/** Systems that are no country's code, in every category. */
const SYSTEMS: Readonly<Record<string, SystemWords>> = {
  CN_OLD: { key: 'CN_OLD', code: 'CN' },
  CN_EU_STYLE: { key: 'CN_EU_STYLE', code: 'CN' },
  CN_HOME: { key: 'CN_HOME', code: 'CN' },
  CN_LABEL: { key: 'CN_LABEL', code: 'CN' },
  CN_LETTER: { key: 'CN_LETTER', code: '', said: 'asian' },
  MX_OLD: { key: 'MX_OLD', code: 'MX' },
  FOOT_CM: { key: 'FOOT_CM', code: '', unit: 'centimeter', said: 'foot' },
  FOOT_IN: { key: 'FOOT_IN', code: '', unit: 'inch', said: 'foot' },
  MONDOPOINT: { key: 'MONDOPOINT', code: 'Mondopoint', unit: 'millimeter' },
  CIRC_MM: { key: 'CIRC_MM', code: '', unit: 'millimeter', said: 'circumference' },
  DIAMETER_MM: { key: 'DIAMETER_MM', code: '', unit: 'millimeter', said: 'diameter' },
  CM: { key: 'CM', code: '', unit: 'centimeter' },
  INCH: INCHES,
  INT: { key: 'INT', code: '' },
  PLUS: { key: 'PLUS', code: '' },
  ASIAN: { key: 'ASIAN', code: '', said: 'asian' },
  AGE: { key: 'AGE', code: '', said: 'age' },
  HEIGHT_CM: girth('height'),
  CHEST_CM: girth('chest'),
  BUST_CM: girth('bust'),
  UNDERBUST_CM: girth('underbust'),
  WAIST_CM: girth('waist'),
  HIP_CM: girth('hip'),
};

/** Codes whose meaning depends on what the size is of. */
const BY_CATEGORY: Partial<Readonly<Record<SizeCategory, Readonly<Record<string, SystemWords>>>>> = {
  shoes: {
    JP: { unit: 'centimeter' },
    MX: { unit: 'centimeter' },
    KR: { unit: 'millimeter' },
    CN: { unit: 'millimeter' },
  },
  dress: { CM: girth('bust') },
  jp_letter_bust: { CM: girth('bust') },
  top: { CM: girth('chest') },
  letter: { CM: girth('chest') },
  jacket: { CM: girth('chest') },
  jeans: { IN: { key: 'WAIST_IN', code: 'W' }, CM: girth('waist') },
  inseam: { IN: { ...INCHES, said: 'inseam' }, CM: girth('inseam') },
  shirt_collar: { IN: INCHES, CM: girth('neck') },
  hat: { IN: INCHES, CM: girth('head') },
  glove: { IN: INCHES, CM: girth('hand') },
  belt: { IN: INCHES, CM: girth('waist') },
  cn_label: { CM: girth('chest') },
};

const CODE_ONLY: SystemWords = {};
const wordsOf = ({ category, system }: NamedSize): SystemWords =>
  BY_CATEGORY[category]?.[system] ?? SYSTEMS[system] ?? CODE_ONLY;

const GENDERED: ReadonlySet<string> = new Set(['US', 'AU']);

/** Label of an answer's line: a code, or a message key. Shoes say whose US or AU scale it is. */
export function systemLabel(named: NamedSize, audience: Audience | undefined): string {
  if (named.category === 'shoes' && GENDERED.has(named.system) && audience && audience !== 'kids')
    return `convert.system.${named.system.toLowerCase()}.${audience}`;
  const { key } = wordsOf(named);
  return key ? `convert.system.${key}` : named.system;
}

const NUMBER = /^\d+(?:\.\d+)?$/;
const UNIT_SIGNS: Readonly<Record<MeasureUnit, string>> = {
  centimeter: 'cm',
  millimeter: 'mm',
  inch: 'in',
  kilogram: 'kg',
};
/** Old Mexican labels are plain numbers below any length of a foot. */
const isLength = (named: NamedSize): boolean =>
  NUMBER.test(named.size) && !(named.system === 'MX' && Number(named.size) < 15);

/** The size with its unit, for the interface: `24.5 cm`, `75E`. */
export function sizeValue(named: NamedSize): string {
  const { unit } = wordsOf(named);
  const hasUnit = unit !== undefined && (isLength(named) || /^\d+(?:\.\d+)?-\d/.test(named.size));
  return `${named.size.replace(/(?<=\d)-(?=\d)/g, '–')}${hasUnit ? ` ${UNIT_SIGNS[unit]}` : ''}`;
}

/** The size with its system, in signs every language reads: `UK 5.5`, `JP 24.5 cm`, `XL`. */
export function nameSize(named: NamedSize): string {
  return joinCode(named, sizeValue(named));
}

/** Whether a size is a length somebody measured, and no label. */
export const isMeasured = (named: NamedSize): boolean => {
  const { unit, code } = wordsOf(named);
  return unit !== undefined && code === '' && isLength(named);
};

/** W32 is written together, and only once when the size brings its letter. */
function joinCode(named: NamedSize, value: string): string {
  const code = wordsOf(named).code ?? named.system;
  if (code === 'W') return value.startsWith('W') ? value : `W${value}`;
  return `${code} ${value}`.trim();
}

const AGE = /^(\d+)(?:-(\d+))? ([my])$/;

/** The number or label as a language writes it, with its unit; an age in months or years. */
export function localSize(named: NamedSize, speech: Speech): string {
  const { unit } = wordsOf(named);
  const { size } = named;
  const [, from, to, sign] = AGE.exec(size) ?? [];
  if (from !== undefined) return speech.age([Number(from), Number(to ?? from)], sign === 'm' ? 'month' : 'year');
  if (NUMBER.test(size)) {
    const value = Number(size);
    return unit && isLength(named) ? speech.measure(value, unit) : speech.number(value);
  }
  const range = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(size);
  if (!range) return size;
  const [low, high] = [Number(range[1]), Number(range[2])];
  return `${speech.number(low)}–${unit ? speech.measure(high, unit) : speech.number(high)}`;
}

/** The size as a sentence names it: `UK 5,5`, `eine Fußlänge von 24,5 cm`. */
export function saySize(named: NamedSize, speech: Speech): string {
  const { said } = wordsOf(named);
  const text = speech.atom(joinCode(named, localSize(named, speech)));
  if (!said || !speech.sentences) return text;
  return speech.say(said, said === 'asian' ? { size: text } : { value: text });
}
