/** Parts of a file beside those of the report: how it went over the days, and what the radar has found. */
import type { LongView } from '@/utils/app/reports-api';
import type { DocumentColumn, DocumentPart, DocumentRow } from '@/utils/domain/reports/document';
import { RADAR_DAYS, type RadarFinding } from '@/utils/domain/reports/radar';
import { FEWEST_ORDERS } from '@/utils/domain/reports/shareable';
import { timelineCells, timelineOf, type TimelineCell } from '@/utils/domain/reports/timeline';
import { dayAfter } from '@/utils/domain/worklog/days';
import { dayLabel, dayRangeLabel } from '../../content/labels';
import { countryLabel, numberLabel } from '../../customers/labels';
import type { Translate } from '../../ui/translate';
import type { ReportReading } from '../use-report';
import { cellLabel } from '../value-label';

interface Words {
  readonly t: Translate;
  readonly uiLang: string;
}

const rowOf = (
  name: string,
  values: readonly (number | null)[],
  { columns, uiLang }: { readonly columns: readonly DocumentColumn[]; readonly uiLang: string },
): DocumentRow => ({
  name,
  values,
  labels: columns.map(({ kind }, at) => cellLabel(values[at] ?? null, kind, uiLang, '')),
});

/**
 * How often everything was, by day, week or month; what never was has no column. At a desk of one agent, messages by day
 * are that person's days: `isShared` leaves them out.
 */
export const overTimePart = (report: ReportReading, { t, uiLang }: Words, isShared: boolean): DocumentPart | null => {
  const linesOf = (cell: TimelineCell) => timelineOf(report.now.days, report.range, { cell });
  const cells = timelineCells
    .filter((cell) => !(isShared && cell === 'sent'))
    .map((cell) => ({ cell, ...linesOf(cell) }))
    .filter(({ steps }) => steps.some(({ count }) => count > 0));
  const [first] = cells;
  if (first === undefined) return null;
  const columns = cells.map(({ cell }): DocumentColumn => ({
    id: cell,
    title: t(`reports.over.cell.${cell}`),
    kind: 'count',
  }));
  const rows = first.steps.map(({ from, to }, at) =>
    rowOf(
      from === to ? dayLabel(from, uiLang) : dayRangeLabel(from, to, uiLang),
      cells.map(({ steps }) => steps[at]?.count ?? 0),
      { columns, uiLang },
    ),
  );
  const title = t('reports.over.title');
  const rowTitle = t('reports.over.days');
  const sentence = t(`reports.over.unit.${first.unit}`);
  return {
    id: 'over-time',
    title,
    tables: [{ id: 'over-time', title, sentence, rowTitle, columns, rows }],
    nothingOf: null,
  };
};

/**
 * What the radar has found, the gravest first; null when nothing piles up. Of products that hardly anybody bought, nothing
 * is shared.
 */
export const radarPart = (
  { radar, titles }: Pick<LongView, 'radar' | 'titles'>,
  to: string,
  { t, uiLang, isShared }: Words & { readonly isShared: boolean },
): DocumentPart | null => {
  const findings = radar.findings.filter(({ of }) => !isShared || of >= FEWEST_ORDERS);
  if (findings.length === 0) return null;
  const columns: readonly DocumentColumn[] = [
    { id: 'now', title: t('radar.file.cases'), kind: 'count' },
    { id: 'expected', title: t('radar.file.expected'), kind: 'estimate' },
    { id: 'of', title: t('radar.file.of'), kind: 'count' },
    { id: 'window', title: t('radar.file.window'), kind: 'count' },
  ];
  const nameOf = ({ level, kind, scope, cases }: RadarFinding): string => {
    const country = scope.country === '?' ? t('radar.noCountry') : scope.country && countryLabel(scope.country, uiLang);
    const product = titles[scope.product] ?? scope.product;
    const words = { level: t(`radar.level.${level}`), product, what: t(`radar.kind.${kind}`, { count: cases }) };
    return country === undefined ? t('radar.file.row', words) : t('radar.file.rowIn', { ...words, country });
  };
  const number = (value: number): string => numberLabel(value, uiLang);
  const title = t('radar.title');
  const table = {
    id: 'radar',
    title,
    sentence: t('radar.built', {
      returns: number(radar.built.return),
      claims: number(radar.built.claim),
      stars: number(radar.built['low-stars']),
      reported: number(radar.built.reported),
      orders: number(radar.orders),
      from: dayLabel(dayAfter(to, 1 - RADAR_DAYS), uiLang),
    }),
    rowTitle: t('radar.file.finding'),
    columns,
    rows: findings.map((finding) =>
      rowOf(nameOf(finding), [finding.cases, finding.expected, Math.round(finding.of), finding.window], {
        columns,
        uiLang,
      }),
    ),
  };
  return { id: 'radar', title, tables: [table], nothingOf: t('radar.batches') };
};
