import { object, record, regex, pipe, safeParse, string } from 'valibot';

const Table = object({ syllables: record(pipe(string(), regex(/^[a-z]{1,6}$/)), string()) });

/** A Chinese text as the readings of its characters; 0 stands for a character without one. */
export type Readings = Uint16Array;

/**
 * How much of each syllable has to be typed: `any` lets one stand for its first letters ("tk", "tuik" and "tuikuan" all find 退款),
 * `whole` wants all but the last whole.
 */
export type PinyinMode = 'any' | 'whole';

/** Finds one query in texts. */
export interface PinyinMatcher {
  /** Numbers of the readings a match can begin with. */
  readonly begins: readonly number[];
  matches(text: Readings): boolean;
}

/** Finds Chinese by what is typed for it on a Latin keyboard. */
export interface Pinyin {
  read(text: string): Readings;
  /** A matcher of one query; null when the query can't be pinyin. */
  matcher(query: string, mode: PinyinMode): PinyinMatcher | null;
  /** The first letter of each character, by its first reading; a space for one without. */
  initials(text: Readings): string;
}

/** One bit for each letter of a query, in a number: nobody types more than this for one phrase. */
const LONGEST_QUERY = 30;

/**
 * Creates the reader from the table of syllables, `{syllables: {tui: "退推…"}}`. A character may stand under several.
 *
 * Errors: null when the table does not fit.
 */
export function createPinyin(json: unknown): Pinyin | null {
  const parsed = safeParse(Table, json);
  if (!parsed.success) return null;
  /** Each set of readings once, by number; number 0 is "none". */
  const sets: (readonly string[])[] = [[]];
  const numbers = new Map<string, number>([['', 0]]);
  const numberOf = new Map<string, number>();
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(parsed.output.syllables)) {
    for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
  for (const [character, own] of readings) {
    const name = own.join(' ');
    const number = numbers.get(name) ?? sets.length;
    if (number === sets.length) sets.push(own);
    numbers.set(name, number);
    numberOf.set(character, number);
  }

  return {
    read: (text) => Uint16Array.from([...text], (character) => numberOf.get(character) ?? 0),

    matcher(query, mode) {
      const typed = typedPinyin(query);
      if (typed === null) return null;
      const steps = sets.map((own) => stepsOf(own, typed, mode));
      // Few characters can begin the query: a look into this list passes over all others.
      const canBegin = Uint8Array.from(steps, (step) => (step.from[0] === undefined ? 0 : 1));
      const done = 1 << typed.length;
      const beginsAt = (text: Readings, at: number): boolean => {
        let reached = 1;
        for (let place = at; place < text.length && reached !== 0; place += 1) {
          const { from } = steps[text[place]!]!;
          let next = 0;
          for (let letter = 0; letter < typed.length; letter += 1) {
            if (reached & (1 << letter)) next |= from[letter] ?? 0;
          }
          if (next & done) return true;
          reached = next;
        }
        return false;
      };
      return {
        begins: [...canBegin.keys()].filter((number) => canBegin[number] === 1),
        matches(text) {
          for (let at = 0; at < text.length; at += 1) {
            if (canBegin[text[at]!] === 1 && beginsAt(text, at)) return true;
          }
          return false;
        },
      };
    },

    initials: (text) => Array.from(text, (number) => sets[number]?.[0]?.charAt(0) ?? ' ').join(''),
  };
}

/** What was typed as pinyin is written in the table; null when it is something else. */
export function typedPinyin(query: string): string | null {
  const typed = query
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[\s'’]+/g, '');
  return /^[a-z]+$/.test(typed) && typed.length <= LONGEST_QUERY ? typed : null;
}

interface Steps {
  /** By the number of letters typed before: which numbers may be typed after one of these syllables, one bit each. */
  readonly from: Readonly<Record<number, number>>;
}

const FIRST_LETTERS = /^(?:[zcs]h|.)/;

function stepsOf(own: readonly string[], typed: string, mode: PinyinMode): Steps {
  const from: Record<number, number> = {};
  for (const syllable of own) {
    const first = FIRST_LETTERS.exec(syllable)?.[0] ?? '';
    const parts = new Set(mode === 'whole' ? [syllable] : [syllable, first, syllable.charAt(0)]);
    for (let letter = 0; letter < typed.length; letter += 1) {
      const rest = typed.slice(letter);
      for (const part of parts) {
        if (rest.startsWith(part)) from[letter] = (from[letter] ?? 0) | (1 << (letter + part.length));
      }
      // The query ends inside this syllable.
      if (syllable.startsWith(rest)) from[letter] = (from[letter] ?? 0) | (1 << typed.length);
    }
  }
  return { from };
}
