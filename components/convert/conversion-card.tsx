import type { AnswerBasis, Conversion } from '@/utils/domain/convert/conversion';
import { Button } from '../ui/button';
import { useT, type Translate } from '../ui/translate';
import styles from './conversion-card.module.css';

/** A system's name or, where the label is a message key, its words. */
const words = (t: Translate, label: string): string => (label.startsWith('convert.') ? t(label) : label);

/** Few lines are an answer by themselves and are shown large; a size in many systems is a table. */
const FEW = 2;

const basisWords = (t: Translate, { kind, sourceId }: AnswerBasis): string => {
  const key = `convert.source.${sourceId}`;
  const source = t(key);
  // Definitions and product cards speak for themselves; a table without words is shown by its name.
  return t(`convert.basis.${kind}`, { source: source === key ? sourceId : source });
};

/** Refusals that a measurement of the buyer would settle; the others are about plugs, places, days and units. */
const SIZE_REFUSALS = /\.(?:out-of-range|unknown-system|no-table|not-a-size|contradiction)$/;
const nextStep = ({ cannot = '' }: Conversion): string =>
  SIZE_REFUSALS.test(cannot) ? 'convert.tab.cannotNext' : 'convert.tab.cannotCheck';

/** What was understood: the words as read, what it is of, and for whom. */
function Heard({ conversion }: { readonly conversion: Conversion }) {
  const t = useT();
  const { heard, audience, category } = conversion;
  return (
    <h2 className={styles.heard}>
      <bdi>{heard}</bdi>
      {(audience || category) && (
        <span className={styles.audience}>
          {[category && t(`convert.category.${category}`), audience && t(`convert.audience.${audience}`)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </h2>
  );
}

/** One answer: every line with its range, what it rests on, what to beware of, and the words to insert; or why there is none. */
export function ConversionCard(props: {
  readonly conversion: Conversion;
  /** Language of the words to insert, for screen readers. */
  readonly replyLang: string;
  readonly onCopy: (text: string) => void;
  readonly onInsert?: (text: string) => void;
}) {
  const t = useT();
  const { conversion, replyLang, onCopy, onInsert } = props;
  const { kind, lines, basis, warnings, insertText } = conversion;
  return (
    <div className={styles.card} data-kind={kind}>
      <Heard conversion={conversion} />
      {kind === 'cannot' && (
        <div className={styles.cannot}>
          <p>
            <b>{t('convert.tab.cannot')}</b> {conversion.cannot && words(t, conversion.cannot)}
          </p>
          <p className={styles.next}>{t(nextStep(conversion))}</p>
        </div>
      )}
      {lines.length > 0 && (
        <dl className={lines.length <= FEW ? `${styles.lines} ${styles.few}` : styles.lines}>
          {lines.map((line) => (
            <div key={`${line.label} ${line.value}`} className={styles.line}>
              <dt>{words(t, line.label)}</dt>
              <dd>
                <bdi>{words(t, line.value)}</bdi>
                {line.range && line.range !== line.value && (
                  <bdi className={styles.range} dir="ltr">
                    {t('convert.result.range', { range: line.range })}
                  </bdi>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={t('convert.result.warnings')}>
          {warnings.map((warning) => (
            <li key={warning}>{words(t, warning)}</li>
          ))}
        </ul>
      )}
      {kind !== 'cannot' && (
        <p className={styles.basis} data-basis={basis.kind}>
          {basisWords(t, basis)}
        </p>
      )}
      {insertText !== '' && (
        <>
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
      )}
    </div>
  );
}
