import type { BundleApiProblem } from '@/utils/app/bundles-api';
import type { AutoBackupProblem } from '@/utils/app/bundles/auto-backup-api';
import { BundleProblem } from '../../team/bundle-problem';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useT } from '../../ui/translate';

type OfBackups = Exclude<AutoBackupProblem, BundleApiProblem>;

const KINDS: Readonly<Record<OfBackups['kind'], true>> = {
  'downloads-denied': true,
  'disk-full': true,
  'download-stopped': true,
  'download-failed': true,
  'backup-off': true,
};

const isOfBackups = (problem: AutoBackupProblem): problem is OfBackups => Object.hasOwn(KINDS, problem.kind);

/** Why no backup was made, and the one thing to do about it. */
export function AutoBackupProblemNotice(props: { readonly problem: AutoBackupProblem; readonly onAllow: () => void }) {
  const t = useT();
  const { problem, onAllow } = props;
  if (!isOfBackups(problem)) return <BundleProblem problem={problem} />;
  const code: Readonly<Record<string, string>> = problem.kind === 'download-failed' ? { code: problem.code } : {};
  return (
    <Notice
      tone="warn"
      lead={t(`backup.problem.${problem.kind}.what`, code)}
      actions={problem.kind === 'downloads-denied' && <Button onClick={onAllow}>{t('backup.allow')}</Button>}
    >
      {t(`backup.problem.${problem.kind}.next`)}
    </Notice>
  );
}
