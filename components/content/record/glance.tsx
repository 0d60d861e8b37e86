import type { BuyerView } from '@/utils/app/buyers-api';
import type { SegmentHit } from '@/utils/domain/customers/segment';
import { countryLabel } from '../../customers/labels';
import { useT, type Translate } from '../../ui/translate';
import { labelOr, languageName, listLabel } from '../labels';

/** Figures of the record that say something, most telling first. */
const FIGURES = ['orders', 'returns', 'refunds', 'disputes', 'good', 'neutral', 'bad', 'late'] as const;

const becauseOf = (t: Translate, view: BuyerView, { because }: SegmentHit, uiLang: string): string =>
  listLabel(
    // Two conditions on one figure, at least and at most, are one reason to a reader.
    [
      ...new Set(
        because.map(({ fact, found }) =>
          t(`buyers.because.${fact}`, {
            count: found,
            orders: t('buyers.because.orders', { count: view.buyer.summary?.orders ?? 0 }),
          }),
        ),
      ),
    ],
    uiLang,
  );

/** What is known of the buyer at a glance: what they are to the shop and why, the figures, where they live and write. */
export function Glance({ view, uiLang }: { readonly view: BuyerView; readonly uiLang: string }) {
  const t = useT();
  const { buyer, segments } = view;
  const { summary = {}, country, lang } = buyer;
  const facts = [
    ...FIGURES.flatMap((name) => (summary[name] ? [t(`notes.figure.${name}`, { count: summary[name] })] : [])),
    ...(country ? [countryLabel(country, uiLang)] : []),
    ...(lang ? [t('notes.figure.writes', { language: languageName(lang, uiLang) })] : []),
  ];
  if (segments.length + facts.length === 0) return null;
  return (
    <div className="p-glance">
      {segments.length > 0 && (
        <ul aria-label={t('notes.card.segments')}>
          {segments.map((hit) => (
            <li key={hit.id} data-segment={hit.id}>
              <b>{labelOr(t, `buyers.segment.${hit.id}`, hit.id)}</b>{' '}
              <span className="p-label">{becauseOf(t, view, hit, uiLang)}</span>
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <ul className="p-figures" aria-label={t('notes.card.figures')}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
