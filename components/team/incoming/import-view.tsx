import { useEffect, useMemo, useRef, useState } from 'react';
import type { ImportEntry } from '@/utils/app/bundles-api';
import { listLabel } from '../../content/labels';
import { momentLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { useT, type Translate } from '../../ui/translate';
import { BundleProblem } from '../bundle-problem';
import { JobProgress } from '../job-progress';
import { useJob } from '../use-job';
import styles from './incoming.module.css';
import { firstKinds, KindFilter, shownKinds, type ShownKind } from './kind-filter';
import { PreviewRows } from './preview-rows';
import { RejectedRows } from './rejected-rows';
import { ShopLinks } from './shop-links';

const isWithin = (kind: ShownKind): kind is Exclude<ShownKind, 'rejected'> => kind !== 'rejected';

/** Who wrote a file, when, and what about it a reader should know. */
const originWords = (t: Translate, uiLang: string, { header, from, lockedBy }: ImportEntry): string =>
  listLabel(
    [
      from === undefined
        ? t('imports.written', { at: momentLabel(header.createdAt, uiLang) })
        : t('imports.writtenBy', { name: from, at: momentLabel(header.createdAt, uiLang) }),
      t(`imports.lockedBy.${lockedBy}`),
      ...(header.redaction === 'full' ? [] : [t(`imports.redaction.${header.redaction}`)]),
    ],
    uiLang,
  );

const tallyWords = (t: Translate, uiLang: string, { tally }: ImportEntry): string => {
  const changes = tally.new + tally.changed + tally.conflict + tally.deleted;
  if (changes === 0) return t('imports.nothingNew');
  const parts = shownKinds.flatMap((kind) =>
    tally[kind] > 0 ? [t(`imports.tally.${kind}`, { count: tally[kind] })] : [],
  );
  return listLabel(parts, uiLang);
};

const isUseful = ({ tally }: ImportEntry): boolean => tally.new + tally.changed + tally.conflict + tally.deleted > 0;

/** What a file would do, before it does anything: in words, row by row, and the way to let it. */
export function ImportView(props: {
  readonly entry: ImportEntry;
  /** Hears what became of it. */
  readonly onDone: (said: string) => void;
}) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { entry, onDone } = props;
  const [kinds, setKinds] = useState<readonly ShownKind[]>(() => firstKinds(entry.tally));
  const planning = useJob<ImportEntry>();
  const applying = useJob<ImportEntry>();
  const heading = useRef<HTMLHeadingElement>(null);
  const rowKinds = useMemo(() => kinds.filter(isWithin), [kinds]);
  const { id } = entry;
  useEffect(() => heading.current?.focus(), [id]);

  const apply = async () => {
    const done = await applying.run((options) => api.bundles.apply({ importId: id }, options));
    if (done) onDone(t('imports.applied', { file: done.fileName }));
  };
  const discard = async () => {
    const done = await api.bundles.discard({ importId: id });
    if (done.ok) onDone(t('imports.discarded', { file: entry.fileName }));
  };
  const unknown = Object.values(entry.unknownSections).reduce((sum, count) => sum + count, 0);
  const isBusy = applying.state.kind === 'working' || planning.state.kind === 'working';
  const problem =
    applying.state.kind === 'problem' ? applying.state : planning.state.kind === 'problem' ? planning.state : null;
  return (
    <div className={styles.view}>
      <h3 ref={heading} tabIndex={-1}>
        <bdi>{entry.fileName}</bdi>
      </h3>
      <p className={styles.quiet}>
        <bdi>{originWords(t, uiLang, entry)}</bdi>
      </p>
      <p className={styles.summary}>{tallyWords(t, uiLang, entry)}</p>
      {unknown > 0 && <p className={styles.quiet}>{t('imports.unknown', { count: unknown })}</p>}
      <ShopLinks
        entry={entry}
        isBusy={isBusy}
        onLink={(theirs, ours) =>
          void planning.run((options) => api.bundles.linkShop({ importId: id, theirs, ours }, options))
        }
      />
      <KindFilter tally={entry.tally} kinds={kinds} onKinds={setKinds} />
      {rowKinds.length > 0 && <PreviewRows entry={entry} kinds={rowKinds} />}
      {kinds.includes('rejected') && <RejectedRows importId={id} />}
      {problem && <BundleProblem problem={problem.problem} />}
      {planning.state.kind === 'working' && (
        <JobProgress
          label={t('imports.planning')}
          progress={planning.state.progress}
          onStop={planning.stop}
          returnTo={heading}
        />
      )}
      {applying.state.kind === 'working' && (
        <>
          <JobProgress
            label={t('imports.applying')}
            progress={applying.state.progress}
            onStop={applying.stop}
            returnTo={heading}
          />
          <p className={styles.quiet}>{t('imports.leaveSafely')}</p>
        </>
      )}
      {applying.state.kind === 'stopped' && <p role="status">{t('imports.stopped')}</p>}
      <div className={styles.row}>
        {isUseful(entry) && (
          <Button look="primary" disabled={isBusy || entry.state !== 'ready'} onClick={() => void apply()}>
            {t('imports.apply')}
          </Button>
        )}
        <Button disabled={isBusy || entry.state !== 'ready'} onClick={() => void discard()}>
          {t('imports.discard')}
        </Button>
      </div>
    </div>
  );
}
