import { useEffect, useMemo, useRef } from 'react';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { labelOr, languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import type { TemplateEntry, TemplateFilter } from './template-entries';
import styles from './templates.module.css';

const readings = ['whole', 'part', 'none'] as const;
const origins = ['own', 'changed', 'shipped'] as const;
const uses = ['on', 'off'] as const;

/** A choice among words, the first of which means everything. */
function Choice<V extends string>(props: {
  readonly label: string;
  readonly value: V | '';
  readonly options: readonly (readonly [V, string])[];
  readonly onChange: (value: V | '') => void;
}) {
  const t = useT();
  const { label, value, options, onChange } = props;
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={(event) => onChange(options.find(([id]) => id === event.currentTarget.value)?.[0] ?? '')}
        >
          <option value="">{t('templates.filter.all')}</option>
          {options.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');

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
  const box = useRef<HTMLInputElement>(null);
  const intents = useMemo(() => {
    const { compare } = new Intl.Collator(uiLang);
    const labels = new Map(entries.map(({ listed, intent }) => [listed.template.intent, intent]));
    return [...labels].sort(([, a], [, b]) => compare(a, b));
  }, [entries, uiLang]);

  useEffect(() => {
    const view = new AbortController();
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!box.current || !isPlain || isTyping(event.target) || box.current.closest('[hidden]')) return;
      event.preventDefault();
      box.current.focus();
      box.current.select();
    };
    document.addEventListener('keydown', onKey, { signal: view.signal });
    return () => view.abort();
  }, []);

  return (
    <div className={styles.filters} role="search">
      <Field label={t('templates.search.label')}>
        {(control) => (
          <input
            {...control}
            ref={box}
            type="search"
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder={t('templates.search.placeholder')}
            aria-keyshortcuts="/"
            value={search}
            onChange={(event) => onSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              onDown();
            }}
          />
        )}
      </Field>
      <Choice
        label={t('templates.filter.market')}
        value={filter.market}
        options={markets.map((market) => [market, labelOr(t, `common.market.${market}`, market)])}
        onChange={(market) => onFilter({ market })}
      />
      <Choice
        label={t('templates.filter.intent')}
        value={filter.intent}
        options={intents}
        onChange={(intent) => onFilter({ intent })}
      />
      <Choice
        label={t('templates.filter.lacking')}
        value={filter.lacking}
        options={SHIPPED_LANGS.map((lang) => [lang, languageName(lang, uiLang)])}
        onChange={(lacking) => onFilter({ lacking })}
      />
      <Choice
        label={t('templates.filter.status')}
        value={filter.status}
        options={readings.map((one) => [one, t(`templates.reading.${one}`)])}
        onChange={(status) => onFilter({ status })}
      />
      <Choice
        label={t('templates.filter.origin')}
        value={filter.origin}
        options={origins.map((one) => [one, t(`templates.origin.${one}`)])}
        onChange={(origin) => onFilter({ origin })}
      />
      <Choice
        label={t('templates.filter.use')}
        value={filter.use}
        options={uses.map((one) => [one, t(`templates.use.${one}`)])}
        onChange={(use) => onFilter({ use })}
      />
    </div>
  );
}
