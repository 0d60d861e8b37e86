/** Bars as a drawing of its own, for files: as wide as there is room, letters as large as those around it. */
import type { DocumentTable } from '@/utils/domain/reports/document';
import type { Translate } from '../../ui/translate';
import { escaped } from './markup';

/** Units: CSS pixels. */
const ROW = 42;
const TEXT = 14;
const BAR = { y: 20, height: 9 };
const MARK = { y: 31, height: 4 };
/** Bars beyond these stand in the table alone. */
const MOST = 8;
/** Letters of a name that fit a narrow telephone beside its value. */
const LONGEST_NAME = 34;

const shortened = (name: string): string => {
  let width = 0;
  let short = '';
  for (const letter of name) {
    width += /[\u1100-\u11ff\u2e80-\uffef]/.test(letter) ? 2 : 1;
    if (width > LONGEST_NAME) return `${short.trimEnd()}…`;
    short += letter;
  }
  return name;
};

const percent = (part: number): string => `${Math.round(part * 1_000) / 10}%`;

/** Something that can be drawn: counts of more than one thing. Amounts of different currencies never share a scale. */
const isDrawn = ({ columns, rows }: DocumentTable): boolean => columns[0]?.kind === 'count' && rows.length > 1;

const rect = (
  type: 'now' | 'before',
  { share, isRtl, top }: { readonly share: number; readonly isRtl: boolean; readonly top: number },
): string => {
  const { y, height } = type === 'now' ? BAR : MARK;
  return `<rect class="${type}" x="${isRtl ? percent(1 - share) : '0'}" y="${top + y}" width="${percent(share)}" height="${height}" rx="2"/>`;
};

const legend = (t: Translate): string =>
  (['now', 'before'] as const)
    .map(
      (type) =>
        `<span><svg class="key" width="18" height="10" aria-hidden="true"><rect class="${type}" y="${type === 'now' ? 0 : 3}" width="18" height="${type === 'now' ? BAR.height : MARK.height}" rx="2"/></svg> ${escaped(t(`reports.column.${type}`))}</span>`,
    )
    .join(' ');

/**
 * The first rows of a table as bars: what was counted as a wide one, what was before as a thin one below it, so that nobody
 * has to tell their colours apart. Empty where nothing can be drawn.
 */
export const barsOf = (
  table: DocumentTable,
  { t, isRtl }: { readonly t: Translate; readonly isRtl: boolean },
): string => {
  if (!isDrawn(table)) return '';
  const { id, title, sentence, rows } = table;
  const earlier = table.columns.findIndex((column) => column.id === 'before' && column.kind === 'count');
  const drawn = rows.filter(({ values }) => (values[0] ?? 0) > 0).slice(0, MOST);
  const most = Math.max(
    1,
    ...drawn.flatMap(({ values }) => [values[0] ?? 0, earlier < 0 ? 0 : (values[earlier] ?? 0)]),
  );
  const [start, end] = isRtl ? ['100%', '0'] : ['0', '100%'];
  const bars = drawn.map(({ name, values, labels }, at) => {
    const top = at * ROW;
    const before = earlier < 0 ? 0 : (values[earlier] ?? 0);
    return [
      `<text x="${start}" y="${top + TEXT}">${escaped(shortened(name))}</text>`,
      `<text class="end" x="${end}" y="${top + TEXT}">${escaped(labels[0] ?? '')}</text>`,
      rect('now', { share: (values[0] ?? 0) / most, isRtl, top }),
      before > 0 ? rect('before', { share: before / most, isRtl, top }) : '',
    ].join('');
  });
  return [
    `<figure><svg class="bars" role="img" aria-labelledby="${id}-drawn ${id}-says" width="100%" height="${drawn.length * ROW}">`,
    `<title id="${id}-drawn">${escaped(t('reports.shared.bars', { title }))}</title>`,
    `<desc id="${id}-says">${escaped(`${sentence} ${t('reports.shared.sameInTable')}`)}</desc>`,
    `${bars.join('')}</svg>`,
    earlier < 0 ? '' : `<figcaption>${legend(t)}</figcaption>`,
    '</figure>',
  ].join('');
};
