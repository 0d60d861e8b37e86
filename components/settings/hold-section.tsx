import { useCallback, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { hrefOfPage } from '../dashboard/route';
import { isAboutRules, useReading } from '../dashboard/use-reading';
import { useT } from '../ui/translate';
import { Section } from './section';
import styles from './settings.module.css';

/** Whether a press on send waits once for messages that risk the account; off until somebody wants it. */
export function HoldSection() {
  const t = useT();
  return (
    <Section title={t('rules.hold.title')}>
      <HoldChoice />
      <p className={styles.help}>
        <a href={hrefOfPage('rules')}>{t('rules.hold.open')}</a>
      </p>
    </Section>
  );
}

/** The switch for holding, with what it does. */
export function HoldChoice() {
  const t = useT();
  const { rules } = useApp().api;
  const { value, problem, again } = useReading(
    useCallback(() => rules.read(), [rules]),
    isAboutRules,
  );
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const change = async (on: boolean) => {
    const done = await rules.holdSending({ on });
    setFailed(done.ok ? null : done.error);
    await again();
  };
  return (
    <>
      {failed && <ProblemPanel problem={failed} />}
      {problem && !value && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {value && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={value.desk.holdsSending}
            onChange={(event) => void change(event.currentTarget.checked)}
          />
          {t('rules.hold.label')}
        </label>
      )}
      <p className={styles.help}>{t('rules.hold.help')}</p>
    </>
  );
}
