/** A report in words, for files; whatever is written of it says the same. */
import type { LongView } from '@/utils/app/reports-api';
import type { ShopId } from '@/utils/domain/ids';
import type { DocumentFigure, DocumentPart, DocumentTable, ReportDocument } from '@/utils/domain/reports/document';
import { glance, type Figure } from '@/utils/domain/reports/glance';
import { shopTable } from '@/utils/domain/reports/place-tables';
import { isShareableFigure, othersIn, shareableParts } from '@/utils/domain/reports/shareable';
import type { ReportPart, ReportTable } from '@/utils/domain/reports/tables';
import { dayLabel, directionOf, listLabel } from '../../content/labels';
import { numberLabel } from '../../customers/labels';
import type { Translate } from '../../ui/translate';
import { tableSentence } from '../table-sentence';
import type { ReportReading } from '../use-report';
import { overTimePart, radarPart } from './more-parts';
import type { RowName } from '../use-row-names';
import { cellLabel, figureLabel } from '../value-label';

/** Whose words a document is in. */
export interface DocumentWords {
  readonly t: Translate;
  readonly uiLang: string;
  readonly nameOf: RowName;
  /** Names a shop; without it shops are only counted. */
  readonly shopLabel?: (shopId: ShopId) => string;
}

/** What a document is made of. */
export interface DocumentSource {
  readonly report: ReportReading;
  readonly parts: readonly ReportPart[];
  /** What looks further back than the report; null where it could not be read. */
  readonly longView: LongView | null;
}

const figureOf = (now: Figure, before: Figure | undefined, { t, uiLang }: DocumentWords): DocumentFigure => {
  const { id, kind, value, n, count } = now;
  const earlier = { kind, value: before?.value ?? null };
  const numbers = { n: numberLabel(n, uiLang), count: numberLabel(count ?? n, uiLang) };
  return {
    id,
    title: t(`reports.figure.${id}.name`),
    kind,
    value,
    before: earlier.value,
    n,
    how: value === null ? t('reports.noData') : t(`reports.figure.${id}.how`, numbers),
    label: figureLabel(t, now, uiLang),
    labelBefore: figureLabel(t, earlier, uiLang),
  };
};

const tableOf = (table: ReportTable, { t, uiLang, nameOf }: DocumentWords): DocumentTable => {
  const { id, rowKind, columns, rows } = table;
  const nameOfRow = (name: string): string => {
    const others = othersIn(name);
    if (others === undefined) return nameOf(rowKind, name);
    return t(`reports.file.${rowKind === 'product' ? 'otherProducts' : 'others'}`, { count: others });
  };
  return {
    id,
    title: t(`reports.table.${id}.title`),
    sentence: tableSentence(table, { t, uiLang, nameOf: nameOfRow }),
    rowTitle: t(`reports.row.${rowKind}`),
    columns: columns.map((column) => ({ ...column, title: t(`reports.column.${column.id}`) })),
    rows: rows.map(({ name, values }) => ({
      name: nameOfRow(name),
      values,
      labels: columns.map(({ kind }, at) => cellLabel(values[at] ?? null, kind, uiLang, name)),
    })),
  };
};

const partOf = ({ id, tables }: ReportPart, words: DocumentWords): DocumentPart => {
  const { t, uiLang } = words;
  const empty = tables.filter(({ n }) => n === 0).map((table) => t(`reports.table.${table.id}.title`));
  return {
    id,
    title: t(`reports.part.${id}`),
    tables: tables.filter(({ n }) => n > 0).map((table) => tableOf(table, words)),
    nothingOf: empty.length === 0 ? null : t('reports.nothingOf', { names: listLabel(empty, uiLang) }),
  };
};

const shopsOf = ({ now }: ReportReading, { t, uiLang, shopLabel }: DocumentWords): string => {
  const ids = now.shops.map(({ shopId }) => shopId).filter((id) => id !== '');
  // A shop that has no name yet is counted all the same.
  const names = shopLabel ? ids.map(shopLabel).filter((name) => name !== '') : [];
  return names.length > 0
    ? t('reports.file.shopNames', { names: listLabel(names, uiLang) })
    : t('reports.file.shops', { count: ids.length });
};

/** Shops beside each other stand before what is about all of them; one alone is the report itself. */
const withShops = ([first, ...others]: readonly ReportPart[], { now }: ReportReading): readonly ReportPart[] => {
  const shops = shopTable(now.shops.map(({ shopId: id, cells }) => ({ id, cells })));
  if (first === undefined || shops.rows.length < 2) return first === undefined ? others : [first, ...others];
  return [{ ...first, tables: [shops, ...first.tables] }, ...others];
};

const documentOf = (
  { report, parts, longView }: DocumentSource,
  words: DocumentWords,
  isShared: boolean,
): ReportDocument => {
  const { t, uiLang } = words;
  const day = (of: string): string => dayLabel(of, uiLang);
  const { range, rangeBefore } = report;
  const before = new Map(glance(report.before.total).map((figure) => [figure.id, figure]));
  return {
    lang: uiLang,
    direction: directionOf(uiLang),
    title: t('reports.file.title', { from: day(range.from), to: day(range.to) }),
    days: t('reports.file.compared', { from: day(rangeBefore.from), to: day(rangeBefore.to) }),
    shops: shopsOf(report, words),
    glance: t('reports.glance.title'),
    figures: glance(report.now.total).map((figure) => figureOf(figure, before.get(figure.id), words)),
    parts: [
      longView && radarPart(longView, range.to, { t, uiLang, isShared }),
      ...parts.map((part) => partOf(part, words)),
      overTimePart(report, { t, uiLang }, isShared),
    ].filter((part) => part !== null),
  };
};

/** A report in words. */
export const reportDocument = (source: DocumentSource, words: DocumentWords): ReportDocument =>
  documentOf({ ...source, parts: withShops(source.parts, source.report) }, words, false);

/** The same for people outside the desk: without what leads to a buyer or to a single agent. */
export const sharedDocument = (source: DocumentSource, words: DocumentWords): ReportDocument => {
  const { now, before } = source.report;
  const parts = shareableParts(source.parts, { now: now.total, before: before.total });
  const whole = documentOf({ ...source, parts }, words, true);
  return { ...whole, figures: whole.figures.filter(({ id }) => isShareableFigure(id)) };
};
