import type { ReplyTemplate, TemplateBlock } from '../template';
import { searchable, withoutLiquid } from './fold';
import { createPieces, type Pieces } from './pieces';
import type { Pinyin, Readings } from './pinyin';

/** One sentence of a template. */
export interface IndexedSentence {
  /** Place of its template in the list. */
  readonly template: number;
  readonly block: TemplateBlock;
  /** Null where the template has no Chinese. */
  readonly readings: Readings | null;
  /** False for words another template has said already, and for blocks that say nothing themselves. */
  readonly isListed: boolean;
}

/** Everything that can be searched, in the languages that were loaded. */
export interface ReplyIndex {
  readonly templates: readonly ReplyTemplate[];
  /** Searchable titles of each template, and how its Chinese one is read. */
  readonly titles: readonly (readonly string[])[];
  readonly titleReadings: readonly (Readings | null)[];
  readonly sentences: readonly IndexedSentence[];
  readonly titlePieces: Pieces;
  /** Tags, ids and intents. */
  readonly labelPieces: Pieces;
  readonly textPieces: Pieces;
  /** Sentences by the numbers of the readings they hold. */
  readonly byReading: ReadonlyMap<number, readonly number[]>;
  /** First letters of all Chinese sentences, one line each. */
  readonly initials: () => { readonly text: string; readonly sentenceAt: (offset: number) => number };
}

/** An index in the making, so that whoever builds it can take a breath between templates. */
export interface IndexBuilder {
  add(template: ReplyTemplate): void;
  readonly index: ReplyIndex;
}

const CHINESE = /^zh\b/;
const HAN = /\p{Script=Han}/u;

/** Starts an index. Without pinyin, Chinese is found by its characters alone. */
export function createIndexBuilder(pinyin: Pinyin | null): IndexBuilder {
  const templates: ReplyTemplate[] = [];
  const titles: (readonly string[])[] = [];
  const titleReadings: (Readings | null)[] = [];
  const sentences: IndexedSentence[] = [];
  const titlePieces = createPieces();
  const labelPieces = createPieces();
  const textPieces = createPieces();
  const byReading = new Map<number, number[]>();
  const lines: string[] = [];
  const starts: number[] = [];
  const lineOf: number[] = [];
  let length = 0;
  let joined: string | null = null;
  const listed = new Set<string>();
  const readingsOf = (text: string | undefined): Readings | null =>
    pinyin && text && HAN.test(text) ? pinyin.read(text) : null;

  const addReadings = (number: number, readings: Readings): void => {
    for (const reading of new Set(readings)) {
      const list = byReading.get(reading);
      if (list) list.push(number);
      else byReading.set(reading, [number]);
    }
    const line = `${pinyin?.initials(readings) ?? ''}\n`;
    starts.push(length);
    lineOf.push(number);
    lines.push(line);
    length += line.length;
    joined = null;
  };

  const addSentence = (template: ReplyTemplate, place: number, block: TemplateBlock): void => {
    const byLang = Object.entries(template.languages).map(
      ([lang, { texts }]) => [lang, withoutLiquid(texts[block.id] ?? '')] as const,
    );
    const number = sentences.length;
    const searched = byLang.map(([, text]) => searchable(text));
    searched.forEach((text) => textPieces.add(number, text));
    const readings = readingsOf(byLang.find(([lang]) => CHINESE.test(lang))?.[1]);
    if (readings) addReadings(number, readings);
    const name = searched.join('\n');
    sentences.push({ template: place, block, readings, isListed: name.trim() !== '' && !listed.has(name) });
    listed.add(name);
  };

  return {
    index: {
      templates,
      titles,
      titleReadings,
      sentences,
      titlePieces,
      labelPieces,
      textPieces,
      byReading,
      initials: () => ({
        text: (joined ??= lines.join('')),
        sentenceAt: (offset) => lineOf[lastUpTo(starts, offset)]!,
      }),
    },
    add(template) {
      const place = templates.length;
      templates.push(template);
      const own = Object.values(template.title).map((title) => searchable(String(title)));
      titles.push(own);
      titleReadings.push(readingsOf(template.title['zh-CN']));
      own.forEach((title) => titlePieces.add(place, title));
      labelPieces.add(place, searchable([template.id, template.intent, ...(template.tags ?? [])].join(' ')));
      template.blocks.forEach((block) => addSentence(template, place, block));
    },
  };
}

/** The place of the last number that is not above `most`. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of a list of templates, made at once. */
export function indexReplies(templates: readonly ReplyTemplate[], pinyin: Pinyin | null): ReplyIndex {
  const builder = createIndexBuilder(pinyin);
  templates.forEach((template) => builder.add(template));
  return builder.index;
}
