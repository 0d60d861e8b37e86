import type { BuyerView } from '@/utils/app/buyers-api';
import type { BuyerKey } from '@/utils/domain/ids';
import { countryLabel } from '../../customers/labels';
import { useT } from '../../ui/translate';
import { listLabel } from '../labels';

/** Asks whether another record is of the same person, with what suggests it; nothing is joined without an answer. */
export function SamePerson(props: {
  readonly view: BuyerView;
  readonly uiLang: string;
  readonly onAnswer: (other: BuyerKey, isSame: boolean) => void;
}) {
  const t = useT();
  const { view, uiLang, onAnswer } = props;
  // One question at a time: an answer may settle the others.
  const asked = view.suggestions[0];
  if (!asked) return null;
  const { buyer, because } = asked;
  const order = buyer.aliases.find((alias) => alias.startsWith('order:'))?.slice('order:'.length);
  const about = [buyer.displayName, buyer.country && countryLabel(buyer.country, uiLang), order].filter(Boolean);
  const why = listLabel(
    because.map((one) => t(`notes.same.${one}`)),
    uiLang,
  );
  return (
    <div className="p-ask p-same" role="group" aria-label={t('notes.same.title')}>
      <span>
        <b>{t('notes.same.title')}</b> <bdi>{about.join(' · ')}</bdi>{' '}
        <span className="p-label">{t('notes.same.why', { why })}</span>
      </span>
      <button type="button" className="p-button" onClick={() => onAnswer(buyer.key, true)}>
        {t('notes.same.yes')}
      </button>
      <button type="button" className="p-button" onClick={() => onAnswer(buyer.key, false)}>
        {t('notes.same.no')}
      </button>
    </div>
  );
}
