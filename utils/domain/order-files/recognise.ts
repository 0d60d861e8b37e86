/** Tells from its headings which report a file is, and which column tells what. */
import { fieldsOf, type FileKind, type FileMapping, type OrderField } from './fields';
import { isPersonalHeading, plainHeading } from './headings';
import { ownHeadings } from './own-headings';
import { filePresets, type FilePreset } from './presets';

type Columns = FileMapping['columns'];

/** What a file is taken for before a person has said anything. */
export interface Recognised {
  /** The report it is; missing for a spreadsheet of somebody's own. */
  readonly preset?: FilePreset;
  readonly mapping: FileMapping;
}

/** Where each of these names stands first, by plain heading. */
const placesOf = (headings: readonly string[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  headings.forEach((heading, place) => {
    const plain = plainHeading(heading);
    if (plain !== '' && !isPersonalHeading(heading) && !places.has(plain)) places.set(plain, place);
  });
  return places;
};

type Names = Readonly<Partial<Record<OrderField, readonly string[]>>>;

const columnsBy = (names: Names, places: ReadonlyMap<string, number>, fields: readonly OrderField[]): Columns => {
  const found: Partial<Record<OrderField, number>> = {};
  const taken = new Set<number>();
  for (const field of fields) {
    const place = (names[field] ?? [])
      .map((name) => places.get(plainHeading(name)))
      .find((one) => one !== undefined && !taken.has(one));
    if (place === undefined) continue;
    found[field] = place;
    taken.add(place);
  }
  return found;
};

const countOf = (columns: Columns): number => Object.keys(columns).length;

const fits = (preset: FilePreset, headings: readonly string[]): Columns | null => {
  const places = placesOf(headings);
  const columns = columnsBy(preset.columns, places, fieldsOf[preset.kind]);
  if (!preset.needs.every((field) => columns[field] !== undefined)) return null;
  const all = new Set(headings.map(plainHeading));
  return preset.marks.some((mark) => all.has(plainHeading(mark))) ? columns : null;
};

/** Every name of every field, ours last: a name that a report uses is better believed. */
const anyNames: Names = (() => {
  const names: Partial<Record<OrderField, string[]>> = {};
  const add = (from: Names): void => {
    for (const [field, words] of Object.entries(from) as [OrderField, readonly string[]][])
      (names[field] ??= []).push(...words);
  };
  filePresets.forEach(({ columns }) => add(columns));
  add(ownHeadings);
  return names;
})();

const likelyKind = (places: ReadonlyMap<string, number>): FileKind => {
  const has = (kind: FileKind, field: OrderField): boolean =>
    columnsBy(anyNames, places, fieldsOf[kind])[field] !== undefined;
  if (has('feedback', 'stars')) return 'feedback';
  return has('returns', 'reason') ? 'returns' : 'orders';
};

/** The columns of a file of a kind as far as their names are known. */
export const guessColumns = (headings: readonly string[], kind: FileKind): Columns =>
  columnsBy(anyNames, placesOf(headings), fieldsOf[kind]);

/** Which report a file is, the one with most columns found; else a guess at its columns. */
export function recogniseFile(headings: readonly string[]): Recognised {
  const found = filePresets
    .flatMap((preset) => {
      const columns = fits(preset, headings);
      return columns ? [{ preset, columns }] : [];
    })
    .sort((a, b) => countOf(b.columns) - countOf(a.columns))[0];
  if (found) {
    const { preset, columns } = found;
    return { preset, mapping: { kind: preset.kind, columns, amountPer: preset.amountPer } };
  }
  const kind = likelyKind(placesOf(headings));
  return { mapping: { kind, columns: guessColumns(headings, kind), amountPer: 'row' } };
}
