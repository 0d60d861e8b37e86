import { useCallback, useEffect, useState } from 'react';
import { labelOr, listLabel } from '../../content/labels';
import { momentLabel, numberLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { useReading } from '../../dashboard/use-reading';
import { sizeLabel } from '../../team/size-label';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';
import { useT } from '../../ui/translate';
import { KeptTable } from './kept-table';
import styles from './receipt.module.css';
import type { ReceiptTools } from './receipt-tools';

/** The privacy receipt: which rights Parley has and why, what it keeps, whom it has asked, which files it has written. */
export function Receipt({ tools }: { readonly tools: ReceiptTools }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'receipt.hide' : 'receipt.show')}
        </Button>
      </div>
      {isOpen && (
        <div className={styles.receipt}>
          <Rights tools={tools} />
          <Kept tools={tools} />
          <Requests tools={tools} />
          <Files />
        </div>
      )}
    </>
  );
}

/** The answer of a question that is asked once. */
function useAnswer<T>(ask: () => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    let isLeft = false;
    void ask().then((found) => isLeft || setAnswer(found));
    return () => {
      isLeft = true;
    };
  }, [ask]);
  return answer;
}

function Rights({ tools }: { readonly tools: ReceiptTools }) {
  const t = useT();
  const found = useAnswer(tools.rights);
  return (
    <section aria-label={t('receipt.rights.title')}>
      <h3>{t('receipt.rights.title')}</h3>
      {!found && <Skeleton label={t('receipt.reading')} />}
      {found && (
        <dl className={styles.rights}>
          {found.rights.map(({ name, isOptional, isGiven }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {labelOr(t, `receipt.rights.why.${name}`, name)}
                {isOptional && ` ${t(isGiven ? 'receipt.rights.given' : 'receipt.rights.notGiven')}`}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('receipt.rights.hosts')}</dt>
            <dd>
              {found.hosts.length === 0
                ? t('receipt.rights.noHosts')
                : found.hosts.map((host) => (
                    <code key={host} className={styles.host}>
                      {host}
                    </code>
                  ))}
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}

const never = (): boolean => false;

function Kept({ tools }: { readonly tools: ReceiptTools }) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { value, problem, again } = useReading(
    useCallback(() => api.receipt.kept(), [api]),
    never,
  );
  const bytes = useAnswer(tools.bytes);
  return (
    <section aria-label={t('receipt.kept.title')}>
      <h3>{t('receipt.kept.title')}</h3>
      {bytes !== undefined && bytes !== null && (
        <p className={styles.quiet}>{t('receipt.kept.size', { size: sizeLabel(bytes, uiLang) })}</p>
      )}
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!value && !problem && <Skeleton label={t('receipt.reading')} bars={4} />}
      {value && <KeptTable kept={value} />}
    </section>
  );
}

function Requests({ tools }: { readonly tools: ReceiptTools }) {
  const t = useT();
  const { uiLang } = useApp();
  const strangers = tools.strangers();
  return (
    <section aria-label={t('receipt.requests.title')}>
      <h3>{t('receipt.requests.title')}</h3>
      <p>
        {strangers.length === 0
          ? t('receipt.requests.none')
          : t('receipt.requests.some', { origins: listLabel(strangers, uiLang) })}
      </p>
      <p className={styles.quiet}>{t('receipt.requests.policy')}</p>
    </section>
  );
}

function Files() {
  const t = useT();
  const { api, uiLang } = useApp();
  const exports = useReading(
    useCallback(() => api.bundles.exports(), [api]),
    never,
  );
  const backups = useReading(
    useCallback(() => api.autoBackup.state(), [api]),
    never,
  );
  const problem = exports.problem ?? backups.problem;
  const last = backups.value?.last;
  return (
    <section aria-label={t('receipt.files.title')}>
      <h3>{t('receipt.files.title')}</h3>
      {problem && <ProblemPanel problem={problem} />}
      {exports.value?.length === 0 && <p>{t('receipt.files.none')}</p>}
      {exports.value && exports.value.length > 0 && (
        <ul className={styles.fields}>
          {exports.value.map(({ id, at, fileName, lockedBy, bytes }) => (
            <li key={id}>
              <time dateTime={at}>{momentLabel(at, uiLang)}</time> <bdi>{fileName}</bdi> {sizeLabel(bytes, uiLang)},{' '}
              {t(`team.history.lockedBy.${lockedBy}`)}
            </li>
          ))}
        </ul>
      )}
      {last && (
        <p>
          <bdi>
            {t('receipt.files.backup', {
              file: last.name,
              at: momentLabel(last.at, uiLang),
              size: sizeLabel(last.bytes, uiLang),
            })}
          </bdi>
        </p>
      )}
      <p className={styles.quiet}>{t('receipt.files.others', { most: numberLabel(20, uiLang) })}</p>
    </section>
  );
}
