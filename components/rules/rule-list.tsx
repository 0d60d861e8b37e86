import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Severity } from '@/utils/domain/compliance/input';
import { languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { filterEntries, noFilter, ruleEntries, ruleGroups, type RuleFilter, type RuleGroup } from './rule-entries';
import { RuleRow } from './rule-row';
import styles from './rules.module.css';
import type { DeskState } from './use-desk';
import { useExamples } from './use-examples';

const severities: readonly Severity[] = ['block', 'warn', 'info'];
const states: readonly Exclude<RuleFilter['state'], ''>[] = ['changed', 'locked', 'off'];

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
          <option value="">{t('rules.list.all')}</option>
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

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** ↑ and ↓ walk from rule to rule, Home and End to the first and the last. */
const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-head]')];
  const from = heads.indexOf(event.target as HTMLElement);
  const step = STEPS[event.key];
  if (from < 0 || (step === undefined && event.key !== 'Home' && event.key !== 'End')) return;
  event.preventDefault();
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? heads.length - 1 : from + (step ?? 0);
  heads[to]?.focus();
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Every rule under its topic, narrowed by what is searched for. */
export function RuleList({ state }: { readonly state: DeskState }) {
  const t = useT();
  const { uiLang } = useApp();
  const { view, listed } = state;
  const [filter, setFilter] = useState(noFilter);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const ownLang = uiLang.split('-')[0] ?? uiLang;
  const lang = filter.lang || (listed.languages.includes(ownLang) ? ownLang : 'en');
  const isWanted = opened.size > 0 || filter.search.trim() !== '' || filter.lang !== '';
  const examples = useExamples(lang, isWanted);
  const entries = useMemo(() => ruleEntries(listed, view, uiLang), [listed, view, uiLang]);
  // Typing goes on while seventy rows are drawn anew.
  const settled = useDeferredValue(filter);
  const shown = useMemo(() => filterEntries(entries, settled, examples), [entries, settled, examples]);
  const narrow = (change: Partial<RuleFilter>) => setFilter((now) => ({ ...now, ...change }));

  useEffect(() => {
    const view = new AbortController();
    const onKey = (event: globalThis.KeyboardEvent) => {
      const box = search.current;
      const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!box || !isPlain || isTyping(event.target) || box.closest('[hidden]')) return;
      event.preventDefault();
      box.focus();
      box.select();
    };
    document.addEventListener('keydown', onKey, { signal: view.signal });
    return () => view.abort();
  }, []);

  const toggle = (id: string) =>
    setOpened((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const groups = ruleGroups.flatMap((group) => {
    const own = shown.filter((entry) => entry.group === group);
    return own.length === 0 ? [] : [{ group, own }];
  });
  return (
    <div className={styles.stack}>
      <div className={styles.filters} role="search">
        <Field label={t('rules.list.search')}>
          {(control) => (
            <input
              {...control}
              ref={search}
              type="search"
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              maxLength={100}
              placeholder={t('rules.list.searchFor')}
              aria-keyshortcuts="/"
              value={filter.search}
              onChange={(event) => narrow({ search: event.currentTarget.value })}
            />
          )}
        </Field>
        <Choice<RuleGroup>
          label={t('rules.list.group')}
          value={filter.group}
          options={ruleGroups.map((group) => [group, t(`rules.group.${group}`)])}
          onChange={(group) => narrow({ group })}
        />
        <Choice<Severity>
          label={t('rules.list.severity')}
          value={filter.severity}
          options={severities.map((severity) => [severity, t(`rules.severity.${severity}`)])}
          onChange={(severity) => narrow({ severity })}
        />
        <Choice
          label={t('rules.list.state')}
          value={filter.state}
          options={states.map((one) => [one, t(`rules.list.${one}`)])}
          onChange={(one) => narrow({ state: one })}
        />
        <Choice
          label={t('rules.list.lang')}
          value={filter.lang}
          options={listed.languages.map((one) => [one, languageName(one, uiLang)])}
          onChange={(one) => narrow({ lang: one })}
        />
      </div>
      <p className={styles.quiet}>
        <span role="status">{t('rules.list.count', { count: shown.length })}</span> · {t('rules.list.keys')}
      </p>
      {shown.length === 0 && (
        <EmptyState title={t('rules.list.nothing.title')} next={t('rules.list.nothing.next')}>
          <Button onClick={() => setFilter(noFilter)}>{t('rules.list.nothing.clear')}</Button>
        </EmptyState>
      )}
      {/* The rules are buttons inside; the box only hears the arrow keys pressed on them. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.groups} onKeyDown={walk}>
        {groups.map(({ group, own }) => (
          <section key={group} aria-label={t(`rules.group.${group}`)}>
            <h2>
              {t(`rules.group.${group}`)} <span className={styles.number}>{own.length}</span>
            </h2>
            <ul className={styles.rows}>
              {own.map((entry) => (
                <RuleRow
                  key={entry.id}
                  entry={entry}
                  packName={view.desk.origin?.name ?? ''}
                  examples={{ lang, isLoading: examples === undefined, of: examples?.[entry.id] }}
                  isOpen={opened.has(entry.id)}
                  onToggle={() => toggle(entry.id)}
                  onSet={(change) => void state.run(state.api.set({ rule: entry.id, ...change }))}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
