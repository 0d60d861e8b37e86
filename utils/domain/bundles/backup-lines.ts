/** A saved copy of a whole desk ("Save everything") as rows of a bundle: archived records come out of their packs. */
import { deskRulesSetting, splitKeptRules } from '../compliance/desk/kept-rules';
import { fromPack, type PackedRows } from '../customers/pack';
import type { SettingRow } from '../records';
import { bundleSections, type BundleLine, type BundleSection, type RowProblem } from './bundle';
import { isCopiedSetting } from './copied-settings';
import { isPlainObject } from './row-parts';
import { checkRow } from './row-schemas';
import { compareLines, lineId } from './write-bundle';

/** What a saved copy holds of the sections of bundles. */
export interface BackupLines {
  /** In the order in which rows are written, each once. */
  readonly lines: readonly BundleLine[];
  /** Rows that could not be read, by section. */
  readonly rejected: readonly { readonly section: BundleSection; readonly why: RowProblem }[];
}

const listIn = (tables: Readonly<Record<string, unknown>>, name: string): readonly unknown[] => {
  const list = Object.hasOwn(tables, name) ? tables[name] : undefined;
  return Array.isArray(list) ? list : [];
};

const isPack = (value: unknown): value is { readonly rows: string } =>
  isPlainObject(value) && typeof value['rows'] === 'string';

const isKeptRules = (value: unknown): value is SettingRow => isPlainObject(value) && value['name'] === deskRulesSetting;

/** What a copy of version 6 or older has decided about rules: one setting held all of it. */
const rulesInSettings = (tables: Readonly<Record<string, unknown>>): readonly unknown[] =>
  listIn(tables, 'settings')
    .filter(isKeptRules)
    .flatMap(({ shopId, authorId, hlc, origin, deleted, value }) => {
      const stamp = { shopId, authorId, hlc, origin, deleted };
      return splitKeptRules(value, stamp)?.rows ?? [];
    });

/** Settings that are for one browser alone are in the copy, and stay there. */
const isTaken =
  (section: BundleSection) =>
  (value: unknown): boolean =>
    section !== 'settings' || (isPlainObject(value) && isCopiedSetting(value['name']));

/** The rows of a saved copy; tables that bundles do not carry (drafts, other settings) are left out. */
export const linesOfBackup = (tables: Readonly<Record<string, unknown>>): BackupLines => {
  const packs = listIn(tables, 'archive').filter(isPack).map(fromPack);
  const packed = (section: BundleSection): readonly unknown[] =>
    packs.flatMap((pack): readonly unknown[] => (section in pack ? pack[section as keyof PackedRows] : []));
  const lines = new Map<string, BundleLine>();
  const rejected: { section: BundleSection; why: RowProblem }[] = [];
  for (const section of bundleSections) {
    const older = section === 'rules' ? rulesInSettings(tables) : [];
    for (const value of [...listIn(tables, section).filter(isTaken(section)), ...packed(section), ...older]) {
      const checked = checkRow(section, value);
      if (!checked.ok) {
        rejected.push({ section, why: checked.error });
        continue;
      }
      const line = { section, row: checked.value } as BundleLine;
      const place = `${section} ${lineId(line)}`;
      if (lines.has(place)) rejected.push({ section, why: { kind: 'twice' } });
      else lines.set(place, line);
    }
  }
  return { lines: [...lines.values()].sort(compareLines), rejected };
};
