import type { Result } from '../../result';
import { err, ok } from '../../result';
import type { ConversionTables } from '../tables';
import { convertBraLabel } from './bra';
import { convertByRows } from './by-rows';
import { convertByRule, type Asked, type Bends, type Found } from './by-rule';
import { tidyLabel } from './label';
import type { Audience } from './shoe';
import type { SizeAnswer, SizeCategory, SizeGiven, SizeProblem } from './size';
import type { BrandTable } from './size-table';
import { sizeIndex, systemsOfSet, type AnswerTable, type Hop, type SizeIndex, type TableSet } from './table-index';

/** An answer of one table, or of two over a system both know. */
interface Answered extends Found {
  readonly table: AnswerTable;
}

type Attempt = Result<Answered, SizeProblem>;

/** The more a problem explains, the higher it ranks; a table that merely does not know a system explains nothing. */
const TELLING: readonly SizeProblem['kind'][] = ['unknown-system', 'no-table', 'not-a-size', 'out-of-range', 'contradiction']; // prettier-ignore

const moreTelling = (a: SizeProblem | null, b: SizeProblem): SizeProblem =>
  a === null || TELLING.indexOf(b.kind) > TELLING.indexOf(a.kind) ? b : a;

function askTable(table: AnswerTable, asked: Asked, bends: Bends): Attempt {
  const found = table.kind === 'rule' ? convertByRule(table, asked, bends) : convertByRows(table, asked);
  return found.ok ? ok({ ...found.value, table }) : found;
}

/** Everything one question needs besides its label. */
interface Scene {
  readonly set: TableSet;
  readonly audience: Audience | undefined;
  readonly brand: BrandTable | undefined;
}

const bendsFor = (table: AnswerTable, { set, audience, brand }: Scene): Bends => {
  const charts = set.charts.find(({ audiences }) => audiences?.some((one) => table.audiences?.includes(one)));
  return {
    ...(charts ? { charts } : {}),
    ...(brand ? { brand: { table: brand, audience: audience ?? 'any' } } : {}),
  };
};

/** Asks the tables that know both systems, then tables that share a third. */
function answer(index: SizeIndex, scene: Scene, asked: Asked): Attempt {
  let problem: SizeProblem | null = null;
  for (const group of scene.set.groups) {
    for (const way of index.waysIn(group, asked.from, asked.to)) {
      const attempt = follow(scene, way, asked.label);
      if (attempt.ok) return attempt;
      problem = moreTelling(problem, attempt.error);
    }
  }
  return err(problem ?? { kind: 'unknown-system', system: asked.to });
}

/** Follows a way from table to table; the ends of a range are carried along. */
function follow(scene: Scene, [hop, ...rest]: readonly Hop[], label: string): Attempt {
  if (!hop) return err({ kind: 'not-a-size', size: label });
  const { table, from, to } = hop;
  const first = askTable(table, { from, to, label }, bendsFor(table, scene));
  if (!first.ok || rest.length === 0) return first;
  const go = (size: string): Attempt => follow(scene, rest, size);
  const whole = go(first.value.size);
  if (!whole.ok) return whole;
  const ends = (first.value.range ?? []).map(go).flatMap((end) => (end.ok ? [end.value] : []));
  const [low, high] = [ends[0] ?? whole.value, ends.at(-1) ?? whole.value];
  const range = [low.range?.[0] ?? low.size, high.range?.[1] ?? high.size] as const;
  return ok({
    size: whole.value.size,
    ...(range[0] === range[1] ? {} : { range }),
    warnings: [...first.value.warnings, ...whole.value.warnings],
    // The rows say more about where the figures come from than the rule that carried them on.
    table: table.kind === 'rows' ? table : whole.value.table,
  });
}

const brandNamed = (index: SizeIndex, category: SizeCategory, name: string | undefined): BrandTable | undefined => {
  if (name === undefined) return undefined;
  const key = tidyLabel(name);
  return index.brands.find(
    ({ categories, names }) => categories.includes(category) && names.some((one) => tidyLabel(one) === key),
  );
};

/**
 * Converts a size into another system: the usual label, the range where charts disagree, what it rests on, warnings.
 *
 * Errors: `unknown-system`, `no-table` when the category has no such system, `not-a-size`, `out-of-range`,
 * `contradiction` when the number belongs to another system ("EU 5.5 women").
 */
export function convertSize(given: SizeGiven, to: string, tables: ConversionTables): Result<SizeAnswer, SizeProblem> {
  const { category, audience } = given;
  const index = sizeIndex(tables);
  if (category === 'bra') return convertBraLabel(given, to, tables);
  const set = index.tablesFor(category, audience);
  const source = index.systemIn(set, given.system);
  const target = index.systemIn(set, to);
  if (source === null) return err(unknown(index, category, given.system));
  if (target === null) return err(unknown(index, category, to));
  const brand = brandNamed(index, category, given.brand);
  const scene = { set, audience, brand };
  const label = given.category === 'jeans' || given.category === 'inseam' ? trouserPart(given) : given.size;
  const asked = answer(index, scene, { from: source, to: target, label });
  const found = asked.ok ? asked : (asLetter(index, scene, { from: source, to: target, label }) ?? asked);
  if (!found.ok) return found;
  const { table, size, range, charts, warnings } = found.value;
  const childs = audience === undefined && table.audiences?.length === 1 ? table.audiences[0] : audience;
  return ok({
    system: to,
    ...(childs ? { audience: childs } : {}),
    size,
    ...(range ? { range } : {}),
    basis: brand
      ? { kind: 'rule', sourceId: brand.id }
      : { kind: charts || table.kind === 'rows' ? 'table' : 'rule', sourceId: charts ?? table.id },
    warnings: [
      ...new Set([
        ...(table.warn ?? []),
        ...(audience ? (table.warnFor?.[audience] ?? []) : []),
        ...(brand?.warn ?? []),
        ...warnings,
      ]),
    ],
  });
}

/** `32x34`, `W32 L34`: the waist of trousers, or their inseam when that is asked for. */
function trouserPart({ category, size }: SizeGiven): string {
  const parts = /^W? ?(\d{2}) ?W? ?[X/* ]? ?L? ?(\d{2}) ?L?$/.exec(tidyLabel(size));
  return (category === 'inseam' ? parts?.[2] : parts?.[1]) ?? size;
}

/** Systems of letters, in the order a lettered label is tried: a "US M" is M of the letters. */
const LETTERED: readonly string[] = ['INT', 'PLUS'];
const ASIAN: ReadonlySet<string> = new Set(['CN', 'JP', 'KR']);

/** A letter where a number was expected; Asian systems have letters of their own. */
function asLetter(index: SizeIndex, scene: Scene, { from, to, label }: Asked): Attempt | null {
  if (!/^(?:\d?X{0,5}[SL]|M|\dX)$/.test(tidyLabel(label))) return null;
  for (const system of ASIAN.has(from) ? ['ASIAN'] : LETTERED) {
    if (system === from || index.systemIn(scene.set, system) !== system) continue;
    const attempt = answer(index, scene, { from: system, to, label });
    if (attempt.ok) return attempt;
  }
  return null;
}

const ALL: readonly SizeCategory[] = ['shoes', 'dress', 'top', 'jacket', 'jeans', 'inseam', 'shirt_collar', 'jp_letter_bust', 'letter', 'cn_label', 'kids', 'plus', 'ring', 'hat', 'glove', 'belt', 'sock']; // prettier-ignore

/** A system other categories know is missing here; one that none knows is no system. */
function unknown(index: SizeIndex, category: SizeCategory, system: string): SizeProblem {
  const exists = ALL.some((other) => index.systemIn(index.tablesFor(other, undefined), system) !== null);
  return exists ? { kind: 'no-table', category, system } : { kind: 'unknown-system', system };
}

/** Systems a category has figures for, the usual ones first. */
export function systemsOf(
  category: SizeCategory,
  audience: Audience | undefined,
  tables: ConversionTables,
): readonly string[] {
  const set = sizeIndex(tables).tablesFor(category === 'bra' ? 'bra_band' : category, audience);
  const shown = set.tables.flatMap(({ show }) => show ?? []);
  return [...new Set([...shown, ...systemsOfSet(set)])];
}

/** For whom systems are chosen: countries by ISO code (buyer, shop) and systems by code (the listing). */
export interface TargetHints {
  readonly countries?: readonly string[];
  readonly systems?: readonly string[];
}

/** Country codes that are also the code of another unit or system. */
const HOMES: Readonly<Record<string, string>> = { IN: 'UK', CH: 'EU', TH: 'EU' };

/** Systems an answer shows: those of the countries and the listing first, then the usual ones of the category. */
export function targetsFor(given: SizeGiven, hints: TargetHints, tables: ConversionTables): readonly string[] {
  const index = sizeIndex(tables);
  const { category, audience } = given;
  const set = index.tablesFor(category === 'bra' ? 'bra_band' : category, audience);
  const source = index.systemIn(set, given.system);
  const homes = (hints.countries ?? []).map((country) => (category === 'ring' ? country : (HOMES[country] ?? country)));
  const wanted = [...homes, ...(hints.systems ?? [])].flatMap((name) => index.systemIn(set, name) ?? []);
  const usual = set.tables.find(({ show }) => show !== undefined)?.show ?? [];
  return [...new Set([...wanted, ...usual])].filter((system) => system !== source);
}
