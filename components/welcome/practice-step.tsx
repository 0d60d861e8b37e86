import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { compile } from '@/utils/domain/compliance/engine';
import { variableLabel } from '../content/labels';
import { suggestionOfKey } from '../content/session/shortcuts';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { useReading } from '../dashboard/use-reading';
import { useDesk, type DeskState } from '../rules/use-desk';
import { useRuleNames } from '../rules/use-rule-names';
import { SeverityLabel } from '../rules/severity-label';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import {
  BUYER_LANG,
  BUYER_MESSAGE,
  fixed,
  practiceFindings,
  practiceReply,
  practiceText,
  withPlanted,
} from './practice';
import type { StepProps } from './step';
import styles from './welcome.module.css';

const never = (): boolean => false;

/** One message to try the keys on: the desk's own reply, the day it asks for, and the message check as it is. */
export function PracticeStep({ settings }: StepProps) {
  const t = useT();
  const { api } = useApp();
  const desk = useDesk();
  const templates = useReading(
    useCallback(() => api.templates.read(), [api]),
    never,
  );
  const rules = useReading(
    useCallback(() => api.rules.pack({ lang: BUYER_LANG }), [api]),
    never,
  );
  const compiled = useMemo(() => rules.value && compile(rules.value.pack), [rules.value]);
  const problem = desk.problem ?? templates.problem ?? rules.problem;
  if (problem) return <ProblemPanel problem={problem} />;
  if (!desk.state || !templates.value || !compiled) return <Skeleton label={t('welcome.practice.loading')} bars={4} />;
  const reply = practiceReply(templates.value.templates);
  if (!reply) return <EmptyState title={t('welcome.practice.noReply')} next={t('welcome.practice.noReplyNext')} />;
  return <Practice desk={desk.state} reply={reply} compiled={compiled} myLang={settings.myLang} />;
}

type Phase = 'read' | 'ask' | 'inserted';

function Practice(props: {
  readonly desk: DeskState;
  readonly reply: NonNullable<ReturnType<typeof practiceReply>>;
  readonly compiled: ReturnType<typeof compile>;
  readonly myLang: string;
}) {
  const t = useT();
  const { uiLang, markets } = useApp();
  const { desk, reply, compiled, myLang } = props;
  const ruleName = useRuleNames(desk);
  const [phase, setPhase] = useState<Phase>('read');
  const [day, setDay] = useState('');
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const message = useRef<HTMLTextAreaElement>(null);
  const label = variableLabel(t, 'updateDate');

  useEffect(() => {
    if (phase === 'ask') form.current?.querySelector('input')?.focus();
    if (phase === 'inserted') message.current?.focus();
  }, [phase]);

  useEffect(() => {
    if (phase !== 'read') return;
    const view = new AbortController();
    const hear = (event: KeyboardEvent) => {
      if (suggestionOfKey(event) !== 0) return;
      event.preventDefault();
      setPhase('ask');
    };
    window.addEventListener('keydown', hear, { signal: view.signal });
    return () => view.abort();
  }, [phase]);

  const insert = (event: FormEvent) => {
    event.preventDefault();
    if (day === '') return;
    setText(withPlanted(practiceText(reply, BUYER_LANG, { day, label })));
    setPhase('inserted');
  };
  const findings = useMemo(
    () => (phase === 'inserted' ? practiceFindings(text, markets[0] ?? 'any', compiled) : []),
    [phase, text, markets, compiled],
  );
  return (
    <>
      <figure className={styles.buyer}>
        <blockquote lang={BUYER_LANG} dir="auto">
          {BUYER_MESSAGE}
        </blockquote>
        <figcaption>{t('welcome.practice.meaning')}</figcaption>
      </figure>
      {phase === 'read' && (
        <div className={styles.card}>
          <p>{t('welcome.practice.press')}</p>
          <button type="button" className={styles.reply} aria-keyshortcuts="Alt+1" onClick={() => setPhase('ask')}>
            <span>{reply.title[uiLang]}</span>
            <kbd>{t('reply.card.shortcut', { number: 1 })}</kbd>
          </button>
          <p className={styles.words} lang={myLang} dir="auto">
            {practiceText(reply, myLang, { day, label })}
          </p>
        </div>
      )}
      {phase === 'ask' && (
        <form ref={form} className={styles.card} aria-label={t('welcome.practice.form')} onSubmit={insert}>
          <p>{t('welcome.practice.asks')}</p>
          <div className={styles.narrow}>
            <Field label={label}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  required
                  value={day}
                  onChange={(event) => setDay(event.currentTarget.value)}
                />
              )}
            </Field>
          </div>
          <div>
            <Button type="submit" look="primary" disabled={day === ''}>
              {t('welcome.practice.insert')}
            </Button>
          </div>
        </form>
      )}
      {phase === 'inserted' && (
        <div className={styles.card}>
          <Field label={t('welcome.practice.message')}>
            {(control) => (
              <textarea
                {...control}
                ref={message}
                rows={13}
                lang={BUYER_LANG}
                dir="auto"
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <p role="status" className={findings.length === 0 ? styles.good : styles.quiet}>
            {findings.length === 0 ? t('welcome.practice.clean') : t('welcome.practice.found')}
          </p>
          {findings.length > 0 && (
            <ul className={styles.findings} aria-label={t('welcome.practice.issues')}>
              {findings.map((finding) => {
                const [fix] = finding.fixes;
                return (
                  <li
                    key={`${finding.rule} ${finding.start}`}
                    data-rule={finding.rule}
                    data-severity={finding.severity}
                  >
                    <SeverityLabel severity={finding.severity} />
                    <span>
                      <b>{ruleName(finding.rule)}</b>{' '}
                      <q lang={BUYER_LANG} dir="auto">
                        {text.slice(finding.start, finding.end)}
                      </q>
                    </span>
                    {fix && (
                      <Button
                        look="primary"
                        aria-label={t('welcome.practice.fixOf', { rule: ruleName(finding.rule) })}
                        onClick={() => {
                          setText(fixed(text, fix));
                          message.current?.focus();
                        }}
                      >
                        {t('welcome.practice.fix')}
                      </Button>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </div>
      )}
    </>
  );
}
