import type { BundleApiProblem } from '@/utils/app/bundles-api';
import type { FolderProblem } from '@/utils/app/bundles/folder-api';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useT } from '../../ui/translate';
import { BundleProblem } from '../bundle-problem';

type OfFolder = Exclude<FolderProblem, BundleApiProblem>;

const TONES: Readonly<Record<OfFolder['kind'], 'info' | 'warn'>> = {
  'folder-gone': 'warn',
  permission: 'warn',
  'folder-full': 'warn',
  'folder-failed': 'warn',
  'no-folder': 'info',
};

const isOfFolder = (problem: FolderProblem): problem is OfFolder => Object.hasOwn(TONES, problem.kind);

/** Why the folder could not be synced, and the one thing to do about it. */
export function FolderProblemNotice(props: {
  readonly problem: FolderProblem;
  readonly onAllow: () => void;
  readonly onChoose: () => void;
}) {
  const t = useT();
  const { problem, onAllow, onChoose } = props;
  if (!isOfFolder(problem)) return <BundleProblem problem={problem} />;
  const action =
    problem.kind === 'permission' ? (
      <Button onClick={onAllow}>{t('folder.allow')}</Button>
    ) : problem.kind === 'folder-gone' ? (
      <Button onClick={onChoose}>{t('folder.choose')}</Button>
    ) : null;
  const code: Readonly<Record<string, string>> = problem.kind === 'folder-failed' ? { code: problem.code } : {};
  return (
    <Notice tone={TONES[problem.kind]} lead={t(`folder.problem.${problem.kind}.what`, code)} actions={action}>
      {t(`folder.problem.${problem.kind}.next`)}
    </Notice>
  );
}
