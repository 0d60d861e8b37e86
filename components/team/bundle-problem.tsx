import type { ApiProblem } from '@/utils/app/api';
import type { BundleApiProblem } from '@/utils/app/bundles-api';
import { labelOr } from '../content/labels';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT, type Translate } from '../ui/translate';
import { sizeLabel } from './size-label';

/** Problems of files alone; the others have their words where every page has them. */
type FileProblem = Exclude<BundleApiProblem, ApiProblem>;

/** `quiet` ones are what a person asked for, or what passes by itself. */
const TONES: Readonly<Record<FileProblem['kind'], 'info' | 'warn' | 'block'>> = {
  cancelled: 'info',
  'import-busy': 'info',
  locked: 'warn',
  'wrong-key': 'warn',
  'empty-passphrase': 'warn',
  'no-recipients': 'warn',
  'too-many-recipients': 'warn',
  'bad-recipient': 'warn',
  damaged: 'block',
  'not-a-bundle': 'block',
  'newer-bundle': 'block',
  truncated: 'block',
  changed: 'block',
  'counts-differ': 'block',
  'too-large': 'block',
  'too-many-rows': 'block',
  'line-too-long': 'block',
  'not-json': 'block',
  'unwritable-row': 'block',
};

const isOfFiles = (problem: BundleApiProblem): problem is FileProblem => problem.kind in TONES;

const sectionLabel = (t: Translate, section: string): string => labelOr(t, `team.section.${section}`, section);

/** Longest piece of a file that is shown: an id may be up to 500. Units: UTF-16 units. */
const SHOWN_ID = 60;

const detailsOf = (t: Translate, uiLang: string, problem: FileProblem): Readonly<Record<string, string>> => {
  const number = (value: number) => numberLabel(value, uiLang);
  switch (problem.kind) {
    case 'newer-bundle':
      return { found: number(problem.found), known: number(problem.known) };
    case 'truncated':
    case 'not-json':
      return { line: number(problem.line) };
    case 'line-too-long':
      return { line: number(problem.line), limit: number(problem.limit) };
    case 'counts-differ':
      return { section: sectionLabel(t, problem.section), said: number(problem.said), found: number(problem.found) };
    case 'too-large':
      return { size: sizeLabel(problem.limit, uiLang) };
    case 'too-many-rows':
    case 'too-many-recipients':
      return { limit: number(problem.limit) };
    case 'bad-recipient':
      return { place: number(problem.at + 1) };
    case 'unwritable-row':
      return { section: sectionLabel(t, problem.section), id: problem.id.slice(0, SHOWN_ID) };
    case 'locked':
    case 'wrong-key':
    case 'damaged':
    case 'empty-passphrase':
    case 'no-recipients':
    case 'cancelled':
    case 'not-a-bundle':
    case 'changed':
    case 'import-busy':
      return {};
  }
};

const wordsKey = (problem: FileProblem): string =>
  problem.kind === 'locked' || problem.kind === 'wrong-key'
    ? `team.problem.${problem.kind}.${problem.by}`
    : `team.problem.${problem.kind}`;

/** What happened to a file, what was not lost and what to do; whatever else can go wrong as every page tells it. */
export function BundleProblem(props: { readonly problem: BundleApiProblem; readonly onRetry?: () => void }) {
  const t = useT();
  const { uiLang } = useApp();
  const { problem, onRetry } = props;
  if (!isOfFiles(problem)) return <ProblemPanel problem={problem} {...(onRetry ? { onRetry } : {})} />;
  const key = wordsKey(problem);
  const words = (part: string) => t(`${key}.${part}`, detailsOf(t, uiLang, problem));
  return (
    <Notice
      tone={TONES[problem.kind]}
      lead={words('what')}
      actions={onRetry && <Button onClick={onRetry}>{t('common.problem.retry')}</Button>}
    >
      <bdi>
        {words('kept')} {words('next')}
      </bdi>
    </Notice>
  );
}
