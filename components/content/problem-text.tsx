import type { ApiProblem } from '@/utils/app/api';
import { useT, type Translate } from '../ui/translate';

const detailsOf = (problem: ApiProblem): Readonly<Record<string, string | number>> => {
  switch (problem.kind) {
    case 'storage-newer':
      return { found: problem.found, known: problem.known };
    case 'storage-failed':
    case 'upgrade-failed':
    case 'refused':
      return { code: problem.code };
    case 'invalid':
      return { field: problem.field };
    default:
      return {};
  }
};

/** What happened, what was not lost, what to do: three sentences about a problem. */
export const problemWords = (t: Translate, problem: ApiProblem): readonly string[] =>
  ['what', 'kept', 'next'].map((part) => t(`page.problem.${problem.kind}.${part}`, detailsOf(problem)));

/** A problem in full, with the one thing that may help. */
export function ProblemText({ problem, onRetry }: { readonly problem: ApiProblem; readonly onRetry: () => void }) {
  const t = useT();
  const [what, ...rest] = problemWords(t, problem);
  return (
    <div className="p-problem" data-problem={problem.kind}>
      <p>
        <b>{what}</b> {rest.join(' ')}
      </p>
      <button type="button" className="p-button" onClick={onRetry}>
        {t('page.problem.retry')}
      </button>
    </div>
  );
}
