import { useMemo } from 'react';
import type { BuyerFilter } from '@/utils/app/buyers-api';
import type { Facet } from '@/utils/domain/customers/facets';
import { brandAs, type ShopId } from '@/utils/domain/ids';
import { useApp } from '../../dashboard/app-context';
import { SearchBox } from '../../ui/search-box';
import { SelectOne } from '../../ui/select-one';
import { useT } from '../../ui/translate';
import { countryLabel } from '../labels';
import styles from './list.module.css';

/** How many records stand in each list. */
export type ListCounts = Readonly<Partial<Record<Facet | 'archived', number>>>;

/** The lists of one kind, the longest first, with the chosen one in any case. */
function listsOf(counts: ListCounts, kind: string, chosen: string | undefined) {
  const start = `${kind}:`;
  const lists = Object.entries(counts)
    .filter(([facet, count]) => facet.startsWith(start) && (count ?? 0) > 0)
    .map(([facet, count]) => ({ id: facet.slice(start.length), count: count ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return chosen === undefined || lists.some(({ id }) => id === chosen) ? lists : [...lists, { id: chosen, count: 0 }];
}

/** A choice among lists with how many stand in each; the first means all. */
function Choice(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly lists: readonly { readonly id: string; readonly count: number }[];
  readonly nameOf: (id: string) => string;
  readonly onChange: (id: string) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { label, value, lists, nameOf, onChange } = props;
  const number = new Intl.NumberFormat(uiLang);
  const options = lists.map(
    ({ id, count }) => [id, t('buyers.filter.counted', { name: nameOf(id), number: number.format(count) })] as const,
  );
  return (
    <SelectOne label={label} value={value ?? ''} options={options} all={t('buyers.filter.all')} onChange={onChange} />
  );
}

/** What is looked for, and what the list is narrowed to. */
export function FilterBar(props: {
  readonly search: string;
  readonly filter: BuyerFilter;
  readonly counts: ListCounts;
  readonly shopLabel: (id: ShopId) => string;
  readonly segmentLabel: (id: string) => string;
  readonly onSearch: (text: string) => void;
  readonly onFilter: (filter: BuyerFilter) => void;
  /** Leaves the search box for the table. */
  readonly onDown: () => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { search, filter, counts, shopLabel, segmentLabel, onSearch, onFilter, onDown } = props;
  const { shopId, segment, tag, country } = filter;
  const lists = useMemo(
    () => ({
      shop: listsOf(counts, 'shop', shopId),
      segment: listsOf(counts, 'segment', segment),
      tag: listsOf(counts, 'tag', tag),
      country: listsOf(counts, 'country', country),
    }),
    [counts, shopId, segment, tag, country],
  );

  const narrow = (name: 'shopId' | 'segment' | 'tag' | 'country') => (id: string) => {
    const { [name]: _, ...rest } = filter;
    onFilter(id === '' ? rest : { ...rest, [name]: id });
  };
  const { archived: _, ...unarchived } = filter;
  return (
    <div className={styles.filters} role="search">
      <SearchBox
        label={t('buyers.search.label')}
        placeholder={t('buyers.search.placeholder')}
        value={search}
        maxLength={200}
        onChange={onSearch}
        onDown={onDown}
      />
      <Choice
        label={t('buyers.table.shop')}
        value={shopId}
        lists={lists.shop}
        nameOf={(id) => shopLabel(brandAs<'ShopId'>(id))}
        onChange={narrow('shopId')}
      />
      <Choice
        label={t('buyers.filter.segment')}
        value={segment}
        lists={lists.segment}
        nameOf={segmentLabel}
        onChange={narrow('segment')}
      />
      <Choice
        label={t('buyers.filter.tag')}
        value={tag}
        lists={lists.tag}
        nameOf={(id) => id}
        onChange={narrow('tag')}
      />
      <Choice
        label={t('buyers.table.country')}
        value={country}
        lists={lists.country}
        nameOf={(id) => countryLabel(id, uiLang)}
        onChange={narrow('country')}
      />
      <label className={styles.archived}>
        <input
          type="checkbox"
          checked={filter.archived ?? false}
          onChange={(event) => onFilter(event.currentTarget.checked ? { ...filter, archived: true } : unarchived)}
        />
        {t('buyers.filter.archived', { number: new Intl.NumberFormat(uiLang).format(counts.archived ?? 0) })}
      </label>
    </div>
  );
}
