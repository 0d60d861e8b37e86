import { useMemo } from 'react';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { labelOr, languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { SearchBox } from '../ui/search-box';
import { SelectOne } from '../ui/select-one';
import { useT } from '../ui/translate';
import type { TemplateEntry, TemplateFilter } from './template-entries';
import styles from './templates.module.css';

const readings = ['whole', 'part', 'none'] as const;
const origins = ['own', 'changed', 'shipped'] as const;
const uses = ['on', 'off'] as const;

/** What is looked for, and what the table is narrowed to. */
export function TemplateFilters(props: {
  readonly entries: readonly TemplateEntry[];
  readonly search: string;
  readonly filter: TemplateFilter;
  readonly onSearch: (text: string) => void;
  readonly onFilter: (change: Partial<TemplateFilter>) => void;
  /** Leaves the search box for the table. */
  readonly onDown: () => void;
}) {
  const t = useT();
  const { uiLang, markets } = useApp();
  const { entries, search, filter, onSearch, onFilter, onDown } = props;
  const intents = useMemo(() => {
    const { compare } = new Intl.Collator(uiLang);
    const labels = new Map(entries.map(({ listed, intent }) => [listed.template.intent, intent]));
    return [...labels].sort(([, a], [, b]) => compare(a, b));
  }, [entries, uiLang]);

  const all = t('templates.filter.all');
  return (
    <div className={styles.filters} role="search">
      <SearchBox
        label={t('templates.search.label')}
        placeholder={t('templates.search.placeholder')}
        value={search}
        maxLength={200}
        onChange={onSearch}
        onDown={onDown}
      />
      <SelectOne
        label={t('templates.filter.market')}
        value={filter.market}
        options={markets.map((market) => [market, labelOr(t, `common.market.${market}`, market)])}
        all={all}
        onChange={(market) => onFilter({ market })}
      />
      <SelectOne
        label={t('templates.filter.intent')}
        value={filter.intent}
        options={intents}
        all={all}
        onChange={(intent) => onFilter({ intent })}
      />
      <SelectOne
        label={t('templates.filter.lacking')}
        value={filter.lacking}
        options={SHIPPED_LANGS.map((lang) => [lang, languageName(lang, uiLang)])}
        all={all}
        onChange={(lacking) => onFilter({ lacking })}
      />
      <SelectOne
        label={t('templates.filter.status')}
        value={filter.status}
        options={readings.map((one) => [one, t(`templates.reading.${one}`)])}
        all={all}
        onChange={(status) => onFilter({ status })}
      />
      <SelectOne
        label={t('templates.filter.origin')}
        value={filter.origin}
        options={origins.map((one) => [one, t(`templates.origin.${one}`)])}
        all={all}
        onChange={(origin) => onFilter({ origin })}
      />
      <SelectOne
        label={t('templates.filter.use')}
        value={filter.use}
        options={uses.map((one) => [one, t(`templates.use.${one}`)])}
        all={all}
        onChange={(use) => onFilter({ use })}
      />
    </div>
  );
}
