import type { RuleExamples, ShownExample } from '@/utils/app/rules-api';
import { dayLabel, languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Icon } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { exampleText, type RuleEntry } from './rule-entries';
import { placeLabel } from './place-label';
import styles from './rules.module.css';

const kinds = [
  ['bad', 'block'],
  ['good', 'check'],
  ['nearMiss', 'info'],
] as const;

function Sources({ entry }: { readonly entry: RuleEntry }) {
  const t = useT();
  const { uiLang } = useApp();
  const { sources, group } = entry;
  if (sources.length === 0) return <p>{t(group === 'own' ? 'rules.rule.ownSource' : 'rules.rule.noSource')}</p>;
  return (
    <ul className={styles.sources}>
      {sources.map(({ key, title, readOn, confidence }) => (
        <li key={key} data-confidence={confidence}>
          <span lang="en">{t('rules.rule.source', { title, date: dayLabel(readOn, uiLang) })}</span>{' '}
          <span className={styles.tag}>{t(`rules.rule.confidence.${confidence}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Where({ example }: { readonly example: ShownExample }) {
  const t = useT();
  if (typeof example === 'string') return null;
  const { marketplace, direction } = example;
  return (
    <>
      {marketplace !== undefined && <span className={styles.tag}>{placeLabel(t, marketplace)}</span>}
      {direction !== undefined && (
        <span className={styles.tag}>
          {t(direction === 'reply' ? 'rules.rule.repliesOnly' : 'rules.rule.proactiveOnly')}
        </span>
      )}
    </>
  );
}

function Examples({ lang, of }: { readonly lang: string; readonly of: RuleExamples }) {
  const t = useT();
  return (
    <dl className={styles.examples}>
      {kinds.map(([kind, icon]) => (
        <div key={kind} data-kind={kind}>
          <dt>
            <Icon name={icon} /> {t(`rules.rule.examples.${kind}`)}
          </dt>
          {of[kind].map((example) => (
            <dd key={exampleText(example)}>
              <q lang={lang} dir="auto">
                {exampleText(example)}
              </q>{' '}
              <Where example={example} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** Everything there is to read about one rule: why, what instead, where it stands, and examples in one language. */
export function RuleDetails(props: {
  readonly entry: RuleEntry;
  readonly examples: { readonly lang: string; readonly isLoading: boolean; readonly of: RuleExamples | undefined };
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { entry, examples } = props;
  return (
    <div className={styles.details}>
      <p className={styles.quiet}>
        <code>{entry.id}</code>
        {entry.holds && <span className={styles.tag}>{t('rules.rule.holds')}</span>}
        {entry.direction && (
          <span className={styles.tag}>
            {t(entry.direction === 'reply' ? 'rules.rule.repliesOnly' : 'rules.rule.proactiveOnly')}
          </span>
        )}
        {entry.isLocked && <span>{t('rules.rule.lockedHelp')}</span>}
      </p>
      <dl className={styles.reasons}>
        {entry.why !== '' && (
          <div>
            <dt>{t('rules.rule.why')}</dt>
            <dd dir="auto">{entry.why}</dd>
          </div>
        )}
        {entry.alternative !== '' && (
          <div>
            <dt>{t('rules.rule.instead')}</dt>
            <dd dir="auto">{entry.alternative}</dd>
          </div>
        )}
        <div>
          <dt>{t('rules.rule.sources')}</dt>
          <dd>
            <Sources entry={entry} />
          </dd>
        </div>
      </dl>
      {entry.isAboutWords && (
        <section aria-label={t('rules.rule.examples.title', { language: languageName(examples.lang, uiLang) })}>
          <h3>{t('rules.rule.examples.title', { language: languageName(examples.lang, uiLang) })}</h3>
          {examples.isLoading && <Skeleton label={t('rules.rule.examples.loading')} bars={3} />}
          {!examples.isLoading && !examples.of && <p className={styles.quiet}>{t('rules.rule.examples.none')}</p>}
          {examples.of && <Examples lang={examples.lang} of={examples.of} />}
        </section>
      )}
    </div>
  );
}
