import type { UnitTable } from './tables';

/** A unit's name found at a place of a text. */
export interface FoundUnitName {
  readonly name: string;
  /** End in the text searched. */
  readonly end: number;
  /** Keys of the units it may mean here; two where no country decides ("fl oz"). */
  readonly units: readonly string[];
  /** True for names that are everyday words too. */
  readonly weak: boolean;
}

interface Entry {
  readonly name: string;
  readonly unit?: string;
  readonly byCountry?: Readonly<Record<string, readonly string[]>>;
}

/** Finds the longest unit name that starts at a place of a lower-case text. */
export interface UnitNames {
  readonly at: (lower: string, position: number, country?: string) => FoundUnitName | null;
}

const LETTER = /[a-zß-öø-ɏ\u0400-\u04ff\u0621-\u065f]/;
const made = new WeakMap<UnitTable, UnitNames>();

/** Whether a character is a letter of a script that puts blanks between words. */
export function isSpacedLetter(char: string | undefined): boolean {
  if (char === undefined || char === '') return false;
  const code = char.charCodeAt(0);
  // Most characters are small ASCII letters, blanks, or Chinese and Japanese ones.
  if (code < 0xdf) return code >= 0x61 && code <= 0x7a;
  return code < 0x660 && LETTER.test(char);
}

/** Units whose second part may follow at once: `6ft2`, `5lb3oz`, `2尺2`. */
const MAY_RUN_ON = /^(?:ft|lb|lbs|st|m|kg)$/;

/** Prepares the names of a table; they are kept with it. */
export function unitNames(table: UnitTable): UnitNames {
  const known = made.get(table);
  if (known) return known;
  const buckets = new Map<string, Entry[]>();
  const add = (entry: Entry): void => {
    const first = entry.name[0] as string;
    const bucket = buckets.get(first);
    if (bucket) bucket.push(entry);
    else buckets.set(first, [entry]);
  };
  for (const [names, byCountry] of Object.entries(table.regional))
    for (const name of names.split('|')) add({ name, byCountry });
  for (const [unit, names] of Object.entries(table.names)) for (const name of names.split('|')) add({ name, unit });
  for (const bucket of buckets.values()) bucket.sort((a, b) => b.name.length - a.name.length);
  const weak = new Set(table.weak.split('|'));

  const finder: UnitNames = {
    at(lower, position, country) {
      const bucket = buckets.get(lower[position] ?? '');
      if (!bucket) return null;
      for (const entry of bucket) {
        if (!lower.startsWith(entry.name, position)) continue;
        const end = position + entry.name.length;
        if (!endsThere(lower, end, entry.name)) continue;
        const units = entry.unit
          ? [entry.unit]
          : (entry.byCountry?.[country ?? ''] ?? entry.byCountry?.[''] ?? []).slice(0, country ? 1 : 2);
        return { name: entry.name, end, units, weak: weak.has(entry.name) };
      }
      return null;
    },
  };
  made.set(table, finder);
  return finder;
}

/** A name in a script with blanks ends where no letter follows; per-units (`g/m²`) are other units. */
function endsThere(lower: string, end: number, name: string): boolean {
  const last = name.at(-1);
  const next = lower[end];
  if (next === undefined || !isSpacedLetter(last)) return true;
  if (isSpacedLetter(next)) return false;
  if (next === '/' && isSpacedLetter(lower[end + 1])) return false;
  if (next === '²' || next === '³') return false;
  return !(next >= '0' && next <= '9') || MAY_RUN_ON.test(name);
}
