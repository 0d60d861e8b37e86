import type { ImportTally } from '@/utils/app/bundles-api';
import { numberLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { useT } from '../../ui/translate';
import styles from './incoming.module.css';

/** Kinds of rows one can look at; `same` and `kept` change nothing. */
export const shownKinds = ['conflict', 'changed', 'new', 'deleted', 'rejected', 'same', 'kept'] as const;
export type ShownKind = (typeof shownKinds)[number];

/** What is looked at first: what needs a decision, else everything that changes something. */
export const firstKinds = (tally: ImportTally): readonly ShownKind[] =>
  tally.conflict > 0 ? ['conflict'] : shownKinds.slice(1, 4).filter((kind) => tally[kind] > 0);

/** Which rows are looked at, with how many there are of each. */
export function KindFilter(props: {
  readonly tally: ImportTally;
  readonly kinds: readonly ShownKind[];
  readonly onKinds: (kinds: readonly ShownKind[]) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { tally, kinds, onKinds } = props;
  return (
    <div className={styles.filter} role="group" aria-label={t('imports.show')}>
      {shownKinds
        .filter((kind) => tally[kind] > 0)
        .map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.toggle}
            aria-pressed={kinds.includes(kind)}
            onClick={() => onKinds(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind])}
          >
            {t(`imports.kind.${kind}`)} <span className={styles.count}>{numberLabel(tally[kind], uiLang)}</span>
          </button>
        ))}
    </div>
  );
}
