import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { BuyerFilter, SavedView } from '@/utils/app/buyers-api';
import { onEscape } from '../../content/keys';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { isAboutBuyers, isAboutSettings, useReading } from '../../dashboard/use-reading';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import { useApp } from '../../dashboard/app-context';
import { isNarrowing, isSameFilter } from './filter-address';
import styles from './list.module.css';

const LONGEST_NAME = 40;
const none: readonly SavedView[] = [];
const isAboutViews = (topic: string): boolean => isAboutSettings(topic) || isAboutBuyers(topic) || topic === 'views';

/** Lists somebody comes back to, as buttons; the one on screen can be saved, renamed and taken away. */
export function SavedViews(props: {
  readonly filter: BuyerFilter;
  readonly onFilter: (filter: BuyerFilter) => void;
  readonly onSaid: (words: string) => void;
}) {
  const t = useT();
  const { buyers } = useApp().api;
  const { filter, onFilter, onSaid } = props;
  const { value, again } = useReading(
    useCallback(() => buyers.savedViews(), [buyers]),
    isAboutViews,
  );
  const [name, setName] = useState<string | null>(null);
  const [removed, setRemoved] = useState<SavedView | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const box = useRef<HTMLElement>(null);
  const goTo = useRef('');
  const views = value ?? none;
  const current = views.find((view) => isSameFilter(view.filter, filter));

  // Focus follows what was done: into the form, back to its button, on to undoing.
  useEffect(() => {
    const target = goTo.current && box.current?.querySelector<HTMLElement>(goTo.current);
    if (!target) return;
    target.focus();
    goTo.current = '';
  });

  const run = async (work: ReturnType<typeof buyers.saveView>): Promise<boolean> => {
    const done = await work;
    setProblem(done.ok ? null : done.error);
    await again();
    return done.ok;
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const typed = name?.trim() ?? '';
    if (typed === '') return;
    const id = current?.id ?? views.find((view) => view.name === typed)?.id;
    if (!(await run(buyers.saveView({ name: typed, filter, ...(id === undefined ? {} : { id }) })))) return;
    goTo.current = '[data-save]';
    setName(null);
    setRemoved(null);
    onSaid(t('buyers.views.saved', { name: typed }));
  };
  const remove = async (view: SavedView) => {
    if (!(await run(buyers.removeView({ id: view.id })))) return;
    goTo.current = '[data-undo]';
    setRemoved(view);
    onSaid(t('buyers.views.removed', { name: view.name }));
  };
  const undo = async (view: SavedView) => {
    if (!(await run(buyers.saveView({ name: view.name, filter: view.filter })))) return;
    goTo.current = '[data-save]';
    setRemoved(null);
    onSaid(t('buyers.views.saved', { name: view.name }));
  };
  const close = () => {
    goTo.current = '[data-save]';
    setName(null);
  };
  const isNarrowed = isNarrowing(filter);
  if (views.length === 0 && !isNarrowed && !removed) return null;
  return (
    <section ref={box} className={styles.buttons} aria-label={t('buyers.views.title')}>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <Button aria-pressed={view === current} onClick={() => onFilter(view === current ? {} : view.filter)}>
              <bdi>{view.name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
      {name === null && isNarrowed && (
        <Button
          data-save
          onClick={() => {
            goTo.current = 'input';
            setName(current?.name ?? '');
          }}
        >
          {t(current ? 'buyers.views.rename' : 'buyers.views.save')}
        </Button>
      )}
      {name === null && current && (
        <Button aria-label={t('buyers.views.removeOf', { name: current.name })} onClick={() => void remove(current)}>
          {t('buyers.views.remove')}
        </Button>
      )}
      {removed && (
        <Button data-undo onClick={() => void undo(removed)}>
          {t('buyers.views.undo', { name: removed.name })}
        </Button>
      )}
      {name !== null && (
        // The key handler only closes; the controls inside are what a person works with.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <form
          className={styles.inline}
          aria-label={t('buyers.views.save')}
          onSubmit={(event) => void save(event)}
          onKeyDown={(event) => onEscape(event, close)}
        >
          <Field label={t('buyers.views.name')}>
            {(control) => (
              <input
                {...control}
                dir="auto"
                autoComplete="off"
                maxLength={LONGEST_NAME}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit" look="primary" disabled={name.trim() === ''}>
            {t('buyers.views.keep')}
          </Button>
          <Button onClick={close}>{t('buyers.cancel')}</Button>
        </form>
      )}
      {problem && <ProblemPanel problem={problem} />}
    </section>
  );
}
