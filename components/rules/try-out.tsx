import { Fragment, useMemo, useState } from 'react';
import { noDeskRules, type OwnRule } from '@/utils/domain/compliance/desk-rules';
import { applyDesk } from '@/utils/domain/compliance/desk/apply-desk';
import { check, compile } from '@/utils/domain/compliance/engine';
import type { Finding } from '@/utils/domain/compliance/input';
import { packFor } from '@/utils/domain/compliance/pack-for';
import { brandAs } from '@/utils/domain/ids';
import { detectLanguage } from '@/utils/domain/text/detect';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import styles from './rules.module.css';

const LONGEST = 4000;

/** Where the words of one rule alone stand in a text, wherever and in whatever language the rule holds. */
function findWith(rule: OwnRule, text: string): readonly Finding[] {
  const { lang } = detectLanguage(text);
  const everywhere = { ...rule, marketplaces: [], langs: [] };
  const now = brandAs<'Instant'>(new Date().toISOString());
  const desk = { ...noDeskRules, own: [everywhere] };
  const pack = applyDesk(packFor([], {}, null, lang), { desk, mutes: [], now });
  return check({ text, lang, marketplace: 'any', direction: 'reply', now }, compile(pack));
}

/** A message to try the words of a rule on while they are written. */
export function TryOut({ rule }: { readonly rule: OwnRule | null }) {
  const t = useT();
  const [text, setText] = useState('');
  const findings = useMemo(() => (rule && text.trim() !== '' ? findWith(rule, text) : null), [rule, text]);
  return (
    <div className={styles.try}>
      <h3>{t('rules.own.try.title')}</h3>
      <Field label={t('rules.own.try.label')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            dir="auto"
            maxLength={LONGEST}
            placeholder={t('rules.own.try.placeholder')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {findings && findings.length > 0 && (
        <p className={styles.shown} dir="auto" data-try>
          {findings.map(({ start, end }, at) => (
            <Fragment key={start}>
              {text.slice(findings[at - 1]?.end ?? 0, start)}
              <mark>{text.slice(start, end)}</mark>
            </Fragment>
          ))}
          {text.slice(findings.at(-1)?.end ?? 0)}
        </p>
      )}
      <p className={styles.quiet} role="status">
        {findings === null && t('rules.own.try.wait')}
        {findings?.length === 0 && t('rules.own.try.none')}
        {findings && findings.length > 0 && t('rules.own.try.found', { count: findings.length })}
      </p>
    </div>
  );
}
