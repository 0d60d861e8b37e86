import type { ApiProblem } from '@/utils/app/api';
import type { OrderFileProblem } from '@/utils/app/order-files-api';
import { numberLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { Notice } from '../../ui/notice';
import { useT } from '../../ui/translate';
import { sizeLabel } from '../size-label';

type OfFiles = Exclude<OrderFileProblem, ApiProblem>;

const OF_FILES: Readonly<Record<OfFiles['kind'], 'size' | 'count' | 'none'>> = {
  'too-large': 'size',
  'unpacks-too-large': 'size',
  'too-many-rows': 'count',
  'too-many-columns': 'count',
  broken: 'count',
  empty: 'none',
  'not-a-table': 'none',
  unreadable: 'none',
  cancelled: 'none',
};

const isOfFiles = (problem: OrderFileProblem): problem is OfFiles => problem.kind in OF_FILES;

/** Why a file was not read; whatever else can go wrong as every page tells it. */
export function FileProblem({ problem }: { readonly problem: OrderFileProblem }) {
  const t = useT();
  const { uiLang } = useApp();
  if (!isOfFiles(problem)) return <ProblemPanel problem={problem} />;
  const label = OF_FILES[problem.kind] === 'size' ? sizeLabel : numberLabel;
  const limit = 'limit' in problem ? label(problem.limit, uiLang) : '';
  return (
    <Notice tone={problem.kind === 'cancelled' ? 'info' : 'block'} lead={t('files.problem.lead')}>
      {t(`files.problem.${problem.kind}`, { limit })}
    </Notice>
  );
}
