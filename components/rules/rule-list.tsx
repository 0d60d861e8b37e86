import { useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react';
import type { Severity } from '@/utils/domain/compliance/input';
import { languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { SearchBox } from '../ui/search-box';
import { SelectOne } from '../ui/select-one';
import { useT } from '../ui/translate';
import { filterEntries, noFilter, ruleEntries, ruleGroups, type RuleFilter, type RuleGroup } from './rule-entries';
import { lockWords } from './lock-words';
import { RuleRow } from './rule-row';
import styles from './rules.module.css';
import type { DeskState } from './use-desk';
import { useExamples } from './use-examples';

const severities: readonly Severity[] = ['block', 'warn', 'info'];
const states: readonly Exclude<RuleFilter['state'], ''>[] = ['changed', 'locked', 'off'];

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

// A `/` pressed on the switch of a rule stays there.
const TYPED_IN = 'input, textarea, select, [contenteditable]';

/** Every rule under its topic, narrowed by what is searched for. */
export function RuleList({ state }: { readonly state: DeskState }) {
  const t = useT();
  const { uiLang } = useApp();
  const { view, listed } = state;
  const [filter, setFilter] = useState(noFilter);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const ownLang = uiLang.split('-')[0] ?? uiLang;
  const lang = filter.lang || (listed.languages.includes(ownLang) ? ownLang : 'en');
  const isWanted = opened.size > 0 || filter.search.trim() !== '' || filter.lang !== '';
  const examples = useExamples(lang, isWanted);
  const entries = useMemo(() => ruleEntries(listed, view, uiLang), [listed, view, uiLang]);
  // Typing goes on while seventy rows are drawn anew.
  const settled = useDeferredValue(filter);
  const shown = useMemo(() => filterEntries(entries, settled, examples), [entries, settled, examples]);
  const all = t('rules.list.all');
  const narrow = (change: Partial<RuleFilter>) => setFilter((now) => ({ ...now, ...change }));

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
        <SearchBox
          label={t('rules.list.search')}
          placeholder={t('rules.list.searchFor')}
          value={filter.search}
          maxLength={100}
          typedIn={TYPED_IN}
          onChange={(text) => narrow({ search: text })}
        />
        <SelectOne<RuleGroup>
          label={t('rules.list.group')}
          value={filter.group}
          options={ruleGroups.map((group) => [group, t(`rules.group.${group}`)])}
          all={all}
          onChange={(group) => narrow({ group })}
        />
        <SelectOne<Severity>
          label={t('rules.list.severity')}
          value={filter.severity}
          options={severities.map((severity) => [severity, t(`rules.severity.${severity}`)])}
          all={all}
          onChange={(severity) => narrow({ severity })}
        />
        <SelectOne
          label={t('rules.list.state')}
          value={filter.state}
          options={states.map((one) => [one, t(`rules.list.${one}`)])}
          all={all}
          onChange={(one) => narrow({ state: one })}
        />
        <SelectOne
          label={t('rules.list.lang')}
          value={filter.lang}
          options={listed.languages.map((one) => [one, languageName(one, uiLang)])}
          all={all}
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
                  lockedBy={entry.isLocked ? lockWords(t, view, entry.id) : ''}
                  examples={{ lang, isLoading: examples === undefined, of: examples?.[entry.id] }}
                  isOpen={opened.has(entry.id)}
                  onToggle={() => toggle(entry.id)}
                  onLock={(on) => void state.run(state.api.setLock({ rule: entry.id, on }))}
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
