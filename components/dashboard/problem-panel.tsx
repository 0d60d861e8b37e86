import type { ApiProblem } from '@/utils/app/api';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT, type Translate } from '../ui/translate';

const detailsOf = (t: Translate, problem: ApiProblem): Readonly<Record<string, string | number>> => {
  switch (problem.kind) {
    case 'storage-newer':
      return { found: problem.found, known: problem.known };
    case 'storage-failed':
    case 'refused':
      return { code: problem.code };
    case 'invalid': {
      const key = `common.field.${problem.field}`;
      const name = t(key);
      return { field: name === key ? problem.field : name };
    }
    case 'invalid-profile':
    case 'storage-full':
    case 'shop-unknown':
    case 'no-strong-alias':
    case 'not-found':
    case 'disconnected':
      return {};
  }
};

/** What happened, what was not lost and what to do, for any problem behind the API. */
export function ProblemPanel({ problem, onRetry }: { readonly problem: ApiProblem; readonly onRetry?: () => void }) {
  const t = useT();
  const words = (part: string) => t(`common.problem.${problem.kind}.${part}`, detailsOf(t, problem));
  return (
    <Notice
      tone="block"
      lead={words('what')}
      actions={onRetry && <Button onClick={onRetry}>{t('common.problem.retry')}</Button>}
    >
      {words('kept')} {words('next')}
    </Notice>
  );
}
