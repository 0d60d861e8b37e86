import type { Conversion } from '@/utils/domain/convert/conversion';
import { Button } from '../ui/button';
import { useT, type Translate } from '../ui/translate';
import styles from './conversion-card.module.css';

/** A system's name or, where the label is a message key, its words. */
const words = (t: Translate, label: string): string => (label.startsWith('convert.') ? t(label) : label);

/** One answer: every system with its range, what it rests on, what to beware of, and the words to insert. */
export function ConversionCard(props: {
  readonly conversion: Conversion;
  /** Language of the words to insert, for screen readers. */
  readonly replyLang: string;
  readonly onCopy: (text: string) => void;
  readonly onInsert?: (text: string) => void;
}) {
  const t = useT();
  const { conversion, replyLang, onCopy, onInsert } = props;
  const { heard, audience, lines, basis, warnings, insertText } = conversion;
  return (
    <>
      <h2 className={styles.heard}>
        <bdi>{heard}</bdi>
        {audience && <span className={styles.audience}>{t(`convert.audience.${audience}`)}</span>}
      </h2>
      <dl className={styles.lines}>
        {lines.map((line) => (
          <div key={line.label} className={styles.line}>
            <dt>{words(t, line.label)}</dt>
            <dd>
              <bdi>{line.value}</bdi>
              {line.range && line.range !== line.value && (
                <span className={styles.range}>{t('convert.result.range', { range: line.range })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={t('convert.result.warnings')}>
          {warnings.map((warning) => (
            <li key={warning}>{t(warning)}</li>
          ))}
        </ul>
      )}
      <p className={styles.basis}>
        {t(`convert.basis.${basis.kind}`, { source: t(`convert.source.${basis.sourceId}`) })}
      </p>
      <blockquote className={styles.insert} lang={replyLang} dir="auto">
        {insertText}
      </blockquote>
      <div className={styles.actions}>
        <Button onClick={() => onCopy(insertText)}>{t('convert.result.copy')}</Button>
        {onInsert && (
          <Button look="primary" onClick={() => onInsert(insertText)}>
            {t('convert.result.insert')}
          </Button>
        )}
      </div>
    </>
  );
}
