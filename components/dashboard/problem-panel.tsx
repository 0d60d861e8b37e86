import { useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import { saveEverything } from '../settings/save-everything';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT, type Translate } from '../ui/translate';
import { useApp } from './app-context';

const detailsOf = (t: Translate, problem: ApiProblem): Readonly<Record<string, string | number>> => {
  switch (problem.kind) {
    case 'storage-newer':
      return { found: problem.found, known: problem.known };
    case 'storage-failed':
    case 'upgrade-failed':
    case 'refused':
      return { code: problem.code };
    case 'invalid': {
      const key = `common.field.${problem.field}`;
      const name = t(key);
      return { field: name === key ? problem.field : name };
    }
    case 'invalid-profile':
    case 'storage-full':
    case 'parley-locked':
    case 'shop-unknown':
    case 'no-strong-alias':
    case 'not-found':
    case 'forgotten':
    case 'disconnected':
      return {};
  }
};

/** Problems after which a copy of everything is worth having before anything else is tried. */
const AT_RISK: readonly ApiProblem['kind'][] = ['storage-full', 'upgrade-failed'];

/** Hands everything out as a file; says so when not even that works. */
function SaveCopy() {
  const t = useT();
  const app = useApp();
  const [phase, setPhase] = useState<'idle' | 'busy' | 'saved' | 'failed'>('idle');
  const save = async () => {
    setPhase('busy');
    setPhase((await saveEverything(app)).ok ? 'saved' : 'failed');
  };
  return (
    <>
      <Button disabled={phase === 'busy'} onClick={() => void save()}>
        {t('common.problem.saveCopy')}
      </Button>
      <span role="status">{(phase === 'saved' || phase === 'failed') && t(`common.problem.copy.${phase}`)}</span>
    </>
  );
}

/** What happened, what was not lost and what to do, for any problem behind the API. */
export function ProblemPanel({ problem, onRetry }: { readonly problem: ApiProblem; readonly onRetry?: () => void }) {
  const t = useT();
  const words = (part: string) => t(`common.problem.${problem.kind}.${part}`, detailsOf(t, problem));
  const isAtRisk = AT_RISK.includes(problem.kind);
  return (
    <Notice
      tone="block"
      lead={words('what')}
      actions={
        (onRetry || isAtRisk) && (
          <>
            {onRetry && <Button onClick={onRetry}>{t('common.problem.retry')}</Button>}
            {isAtRisk && <SaveCopy />}
          </>
        )
      }
    >
      {words('kept')} {words('next')}
    </Notice>
  );
}
