import type { PlaceTable, ZoneTable } from './tables';
import { isSpacedLetter } from './unit-names';

/** A city, a state or a zone's abbreviation in a text. */
export interface FoundPlace {
  readonly start: number;
  readonly end: number;
  readonly zone: string;
}

/** Finds the places a stretch of a lower-case text names, in its order. */
export type PlaceFinder = (lower: string) => readonly FoundPlace[];

interface Entry {
  readonly name: string;
  readonly zone: string;
  /** Letters that may follow: Russian case endings after a stem. */
  readonly ending: number;
}

const finders = new WeakMap<PlaceTable, PlaceFinder>();

const CYRILLIC = /^[а-яё -]+$/;

/** Prepares the finder for a table; it is kept with it. */
export function placeFinder(table: PlaceTable): PlaceFinder {
  const known = finders.get(table);
  if (known) return known;
  const buckets = new Map<string, Entry[]>();
  for (const [zone, names] of Object.entries(table.places))
    for (const name of names.split('|'))
      for (const entry of formsOf(name, zone)) {
        const first = entry.name[0] as string;
        buckets.set(first, [...(buckets.get(first) ?? []), entry]);
      }
  for (const bucket of buckets.values()) bucket.sort((a, b) => b.name.length - a.name.length);
  const finder: PlaceFinder = (lower) => {
    const found: FoundPlace[] = [];
    for (let at = 0; at < lower.length; at += 1) {
      const bucket = buckets.get(lower[at] as string);
      if (!bucket) continue;
      if (isSpacedLetter(lower[at]) && isSpacedLetter(lower[at - 1]) && !isArabicPrefix(lower, at)) continue;
      for (const entry of bucket) {
        const end = lower.startsWith(entry.name, at) ? endOf(lower, at, entry) : -1;
        if (end < 0) continue;
        found.push({ start: at, end, zone: entry.zone });
        at = end - 1;
        break;
      }
    }
    return found;
  };
  finders.set(table, finder);
  return finder;
}

/** A Russian name changes its last vowel with the case: Москва, в Москве, по Москве. */
function formsOf(name: string, zone: string): readonly Entry[] {
  const entry = { name, zone, ending: 0 };
  if (!CYRILLIC.test(name)) return [entry];
  const stem = name.replace(/[аеиоуыьяй]$/, '');
  return [entry, { name: stem.length >= 3 ? stem : name, zone, ending: stem.length >= 4 ? 2 : 1 }];
}

function endOf(lower: string, at: number, { name, ending }: Entry): number {
  let end = at + name.length;
  if (!isSpacedLetter(name.at(-1))) return end;
  for (let extra = 0; extra < ending && isSpacedLetter(lower[end]); extra += 1) end += 1;
  return isSpacedLetter(lower[end]) ? -1 : end;
}

/** "In" is written together with the word in Arabic: بمدريد. */
const isArabicPrefix = (lower: string, at: number): boolean => lower[at - 1] === 'ب' && !isSpacedLetter(lower[at - 2]);

/** The zone whose abbreviation stands right after a time (`3 pm EST`); null when none does. */
export function abbreviationAt(text: string, at: number, { abbreviations }: ZoneTable): FoundPlace | null {
  const gap = /^\s?\(?/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
  const rest = text.slice(at + gap, at + gap + 16);
  // Short ones are words in some language (est, et, pt): only capitals are a zone.
  const short = /^[A-Z]{2,4}(?!\p{L})/u.exec(rest)?.[0] ?? /^МСК(?!\p{L})|^мск(?!\p{L})/u.exec(rest)?.[0];
  const name =
    short ??
    Object.keys(abbreviations).find((long) => !/^[a-zа-я]{2,4}$/.test(long) && rest.toLowerCase().startsWith(long));
  const zone = name && Object.hasOwn(abbreviations, name.toLowerCase()) ? abbreviations[name.toLowerCase()] : undefined;
  return name && zone ? { start: at + gap, end: at + gap + name.length, zone } : null;
}
