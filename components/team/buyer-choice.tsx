import { useCallback, useId } from 'react';
import { brandAs } from '@/utils/domain/ids';
import { marketLabel, numberLabel } from '../customers/labels';
import { useSegmentLabel } from '../customers/segment-label';
import { useApp } from '../dashboard/app-context';
import { isAboutBuyers, useReading } from '../dashboard/use-reading';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { areDaysInOrder, type ChosenBuyers } from './export-choices';
import styles from './team.module.css';

/** One list of buyers to choose from. */
interface List {
  readonly id: string;
  readonly label: string;
}

const isAboutLists = (topic: string): boolean => isAboutBuyers(topic) || topic.startsWith('segment');

/** Segments and tags that are in use, the longest list first. */
function useLists(kind: 'segment' | 'tag', chosen: string | undefined, nameOf: (id: string) => string) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { value = {} } = useReading(
    useCallback(() => api.buyers.counts(), [api]),
    isAboutLists,
  );
  const start = `${kind}:`;
  const lists = Object.entries(value)
    .filter(([facet, count]) => facet.startsWith(start) && (count ?? 0) > 0)
    .sort(([one, oneCount = 0], [other, otherCount = 0]) => otherCount - oneCount || (one < other ? -1 : 1))
    .map(([facet, count = 0]): List => {
      const id = facet.slice(start.length);
      return { id, label: t('buyers.filter.counted', { name: nameOf(id), number: numberLabel(count, uiLang) }) };
    });
  // What was chosen stays to be seen, also when its last buyer has gone.
  return chosen === undefined || lists.some(({ id }) => id === chosen)
    ? lists
    : [...lists, { id: chosen, label: nameOf(chosen) }];
}

const asIs = (id: string): string => id;

/** Narrows an export down to some buyers. */
export function BuyerChoice(props: { readonly value: ChosenBuyers; readonly onChange: (value: ChosenBuyers) => void }) {
  const t = useT();
  const { markets } = useApp();
  const { value, onChange } = props;
  const wrong = useId();
  const segments = useLists('segment', value.segment, useSegmentLabel());
  const tags = useLists('tag', value.tag, asIs);
  const isInOrder = areDaysInOrder(value);

  const set = (name: keyof ChosenBuyers) => (next: string) => {
    const { [name]: _, ...rest } = value;
    onChange(next === '' ? rest : { ...rest, [name]: next });
  };
  const day = (name: 'from' | 'to') => (
    <Field label={t(`team.export.filter.${name}`)}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={value[name] ?? ''}
          aria-invalid={!isInOrder}
          aria-describedby={isInOrder ? undefined : wrong}
          onChange={(event) => set(name)(event.currentTarget.value)}
        />
      )}
    </Field>
  );
  return (
    <fieldset className={styles.filters}>
      <legend>{t('team.export.filter.legend')}</legend>
      <Pick label={t('team.export.filter.segment')} value={value.segment} lists={segments} onChange={set('segment')} />
      <Pick label={t('team.export.filter.tag')} value={value.tag} lists={tags} onChange={set('tag')} />
      <Pick
        label={t('team.export.filter.marketplace')}
        value={value.marketplace}
        lists={markets.map((id) => ({ id, label: marketLabel(t, id) }))}
        onChange={(id) => set('marketplace')(brandAs<'MarketId'>(id))}
      />
      {day('from')}
      {day('to')}
      {!isInOrder && (
        <p id={wrong} className={styles.wrong} role="alert">
          {t('team.export.filter.order')}
        </p>
      )}
    </fieldset>
  );
}

function Pick(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly lists: readonly List[];
  readonly onChange: (id: string) => void;
}) {
  const t = useT();
  const { label, value = '', lists, onChange } = props;
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{t('team.export.filter.all')}</option>
          {lists.map((list) => (
            <option key={list.id} value={list.id}>
              {list.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
