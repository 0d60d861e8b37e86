import { useEffect, useMemo, useRef, useState } from 'react';
import type { BundleApiProblem, ImportEntry } from '@/utils/app/bundles-api';
import type { BundleSection } from '@/utils/domain/bundles/bundle';
import type { ShopId } from '@/utils/domain/ids';
import { listLabel } from '../../content/labels';
import { momentLabel, numberLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { SelectOne } from '../../ui/select-one';
import { useT, type Translate } from '../../ui/translate';
import { BundleProblem } from '../bundle-problem';
import { filledSections } from '../contents';
import { JobProgress } from '../job-progress';
import { useJob } from '../use-job';
import styles from './incoming.module.css';
import { firstKinds, KindFilter, shownKinds, type ShownKind } from './kind-filter';
import { PreviewRows } from './preview-rows';
import { RejectedRows } from './rejected-rows';
import { ShopLinks } from './shop-links';

const isWithin = (kind: ShownKind): kind is Exclude<ShownKind, 'rejected'> => kind !== 'rejected';

/** The kinds of rows in a list that stays the same while it reads the same, so that rows are not read again. */
const kindsIn = (words: string) => shownKinds.filter(isWithin).filter((kind) => words.split(' ').includes(kind));

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

const changesIn = ({ tally }: ImportEntry): number => tally.new + tally.changed + tally.conflict + tally.deleted;

const unknownIn = ({ unknownSections }: ImportEntry): number =>
  Object.values(unknownSections).reduce((sum, count) => sum + count, 0);

const tallyWords = (t: Translate, uiLang: string, entry: ImportEntry): string => {
  const { tally } = entry;
  const isUseful = changesIn(entry) > 0;
  // Who has rows left out does not have all of it.
  if (!isUseful && tally.rejected === 0 && unknownIn(entry) === 0) return t('imports.nothingNew');
  const parts = shownKinds.filter((kind) => tally[kind] > 0);
  const kinds = isUseful ? parts : (['new', 'changed', ...parts] as const);
  return listLabel(
    kinds.map((kind) => t(`imports.tally.${kind}`, { count: tally[kind], n: numberLabel(tally[kind], uiLang) })),
    uiLang,
  );
};

/** Kinds that were asked for and are still there: other links between shops make other kinds of rows. */
const kindsStillThere = (asked: readonly ShownKind[], tally: ImportEntry['tally']): readonly ShownKind[] => {
  const there = asked.filter((kind) => tally[kind] > 0);
  return asked.length > 0 && there.length === 0 ? firstKinds(tally) : there;
};

/** What a file would do, before it does anything: in words, row by row, and the way to let it. */
export function ImportView(props: {
  readonly entry: ImportEntry;
  /** This one or another is being applied. */
  readonly isApplying: boolean;
  readonly onApply: () => void;
  /** Its rows were planned anew. */
  readonly onPlanned: () => void;
  /** Hears that it was discarded. */
  readonly onDone: (said: string) => void;
}) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { entry, isApplying, onApply, onPlanned, onDone } = props;
  const [asked, setKinds] = useState<readonly ShownKind[]>(() => firstKinds(entry.tally));
  const [section, setSection] = useState<BundleSection | ''>('');
  const planning = useJob<ImportEntry>();
  const [notDiscarded, setNotDiscarded] = useState<BundleApiProblem | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { id } = entry;
  const kinds = kindsStillThere(asked, entry.tally);
  const wanted = kinds.filter(isWithin).join(' ');
  const sections = filledSections(entry.header.counts);
  const rowKinds = useMemo(() => kindsIn(wanted), [wanted]);
  useEffect(() => heading.current?.focus(), [id]);

  const link = async (theirs: ShopId, ours: ShopId | null) => {
    const done = await planning.run((options) => api.bundles.linkShop({ importId: id, theirs, ours }, options));
    if (done) onPlanned();
  };
  const discard = async () => {
    const done = await api.bundles.discard({ importId: id });
    setNotDiscarded(done.ok ? null : done.error);
    if (done.ok) onDone(t('imports.discarded', { file: entry.fileName }));
  };
  const unknown = unknownIn(entry);
  const isBusy = isApplying || planning.state.kind === 'working';
  const problem = planning.state.kind === 'problem' ? planning.state.problem : notDiscarded;
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
      <ShopLinks entry={entry} isBusy={isBusy} onLink={(theirs, ours) => void link(theirs, ours)} />
      <div className={styles.narrow}>
        <KindFilter tally={entry.tally} kinds={kinds} onKinds={setKinds} />
        {sections.length > 1 && rowKinds.length > 0 && (
          <SelectOne
            label={t('imports.about')}
            all={t('imports.everything')}
            value={section}
            options={sections.map(([id]) => [id, t(`team.section.${id}`)] as const)}
            onChange={setSection}
          />
        )}
      </div>
      {rowKinds.length > 0 && <PreviewRows entry={entry} kinds={rowKinds} section={section} />}
      {kinds.includes('rejected') && <RejectedRows importId={id} />}
      {problem && <BundleProblem problem={problem} />}
      {planning.state.kind === 'working' && (
        <JobProgress
          label={t('imports.planning')}
          progress={planning.state.progress}
          onStop={planning.stop}
          returnTo={heading}
        />
      )}
      <div className={styles.row}>
        {changesIn(entry) > 0 && (
          <Button look="primary" disabled={isBusy || entry.state !== 'ready'} onClick={onApply}>
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
