import type { ExportLook } from '@/utils/app/bundles-api';
import { bundleSections, type BundleSection } from '@/utils/domain/bundles/bundle';
import { listLabel } from '../content/labels';
import type { Translate } from '../ui/translate';

type Counts = ExportLook['counts'];

/** Sections with something in them, in the order of the file. */
export const filledSections = (counts: Counts): readonly (readonly [BundleSection, number])[] =>
  bundleSections.flatMap((section) => {
    const count = counts[section] ?? 0;
    return count > 0 ? [[section, count] as const] : [];
  });

const sumOf = (counts: Counts, sections: readonly BundleSection[]): number =>
  sections.reduce((sum, section) => sum + (counts[section] ?? 0), 0);

/** Whether a file would tell nothing: the shops come with every file, so that rows know where they belong. */
export const isEmptyLook = ({ counts }: Pick<ExportLook, 'counts'>): boolean =>
  sumOf(
    counts,
    bundleSections.filter((section) => section !== 'shops'),
  ) === 0;

/** How a person who takes over a shift counts what there is. */
const HAND_OVER = {
  buyers: ['buyers'],
  due: ['followUps', 'promises'],
  notes: ['notes'],
  others: ['orders', 'events', 'contacts', 'entries', 'products', 'templates', 'overrides'],
} as const satisfies Readonly<Record<string, readonly BundleSection[]>>;

/** What a hand-over holds, in one line: "12 buyers, 5 follow-ups and promises, 8 notes". */
export const handOverLine = (t: Translate, uiLang: string, { counts }: Pick<ExportLook, 'counts'>): string => {
  const parts = Object.entries(HAND_OVER).flatMap(([part, sections]) => {
    const count = sumOf(counts, sections);
    return count > 0 ? [t(`team.handOver.${part}`, { count })] : [];
  });
  return listLabel(parts, uiLang);
};
