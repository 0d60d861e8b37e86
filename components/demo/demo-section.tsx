import { useCallback, useEffect, useRef } from 'react';
import type { DemoApi, DemoState } from '@/utils/app/demo-api';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { useReading } from '../dashboard/use-reading';
import { Section } from '../settings/section';
import settings from '../settings/settings.module.css';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { demoHref } from './demo-address';
import styles from './demo.module.css';
import { useDemo, type DemoView } from './use-demo';

/** About how much there is, said before it is loaded: round, because chance decides the rest. */
const ABOUT = { buyers: 4_000, orders: 5_500 } as const;

const never = (): boolean => false;

/** Loads a desk of invented people to look around in, and removes it. */
export function DemoSection({ demo }: { readonly demo: DemoApi }) {
  const t = useT();
  const { api, uiLang } = useApp();
  const view = useDemo(demo, uiLang);
  const { state, busy, problem, said } = view;
  const all = useReading(
    useCallback(() => api.shops.list(), [api]),
    never,
  );
  const buttons = useFocusBack(busy);
  const count = (number: number): string => numberLabel(number, uiLang);
  return (
    <Section title={t('demo.section.title')}>
      <p className={settings.help}>
        {t('demo.section.help', { buyers: count(ABOUT.buyers), orders: count(ABOUT.orders) })}
      </p>
      {state && <Loaded state={state} />}
      {state === null && busy === null && (all.value?.length ?? 0) > 0 && (
        <p className={settings.help}>{t('demo.section.own')}</p>
      )}
      {problem && <ProblemPanel problem={problem} />}
      <div ref={buttons} className={styles.buttons}>
        {busy === null && state !== undefined && <Buttons view={view} />}
        {busy === 'load' && <Progress view={view} />}
        {busy === 'remove' && <p role="status">{t('demo.section.removing')}</p>}
      </div>
      <p className={settings.saved} role="status">
        {said && t(`demo.section.said.${said}`)}
      </p>
    </Section>
  );
}

/** What was pressed goes while something is done; afterwards the focus is where the next step is. */
function useFocusBack(busy: DemoView['busy']) {
  const box = useRef<HTMLDivElement>(null);
  const wasBusy = useRef<DemoView['busy']>(null);
  useEffect(() => {
    if (busy !== wasBusy.current) {
      const isFirst = busy === null && wasBusy.current === null;
      if (!isFirst) box.current?.querySelector<HTMLElement>('a, button')?.focus();
    }
    wasBusy.current = busy;
  }, [busy]);
  return box;
}

function Loaded({ state }: { readonly state: DemoState }) {
  const t = useT();
  const { uiLang } = useApp();
  const { loadedOn, buyers, orders, messages } = state;
  const isOld = loadedOn !== new Date().toLocaleDateString('sv');
  return (
    <p>
      {t('demo.section.loadedOn', {
        day: new Intl.DateTimeFormat(uiLang, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(loadedOn)),
        buyers: numberLabel(buyers, uiLang),
        orders: numberLabel(orders, uiLang),
        messages: numberLabel(messages, uiLang),
      })}{' '}
      {isOld && t('demo.section.aged')}
    </p>
  );
}

function Buttons({ view }: { readonly view: DemoView }) {
  const t = useT();
  const { state, load, remove } = view;
  if (!state) return <Button onClick={() => void load()}>{t('demo.section.load')}</Button>;
  return (
    <>
      <a className={styles.look} href={demoHref}>
        {t('demo.section.look')}
      </a>
      <Button onClick={() => void load()}>{t('demo.section.loadAgain')}</Button>
      <Button onClick={() => void remove()}>{t('demo.section.remove')}</Button>
    </>
  );
}

function Progress({ view }: { readonly view: DemoView }) {
  const t = useT();
  const { uiLang } = useApp();
  const { percent, stop } = view;
  const share = new Intl.NumberFormat(uiLang, { style: 'percent' }).format(percent / 100);
  return (
    <>
      <progress aria-label={t('demo.section.busy')} max={100} value={percent} />
      <span>{share}</span>
      <Button onClick={stop}>{t('demo.section.stop')}</Button>
    </>
  );
}
