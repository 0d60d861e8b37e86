import type { TemplateRowProblem } from '@/utils/domain/replies/desk/files/template-rows';
import { languageName, listLabel } from '../content/labels';
import type { Translate } from '../ui/translate';
import type { FileProblem } from './template-files';

/** Why a file is not read, as a sentence; sizes in megabytes. */
export const fileWords = (t: Translate, { kind, ...details }: FileProblem): string =>
  t(`templates.file.${kind}`, {
    ...details,
    ...(kind === 'too-large' && 'limit' in details ? { limit: details.limit / 1_000_000 } : {}),
  });

/** What is wrong with a row, without its place. */
function wrong(t: Translate, problem: TemplateRowProblem, uiLang: string): string {
  if (problem.kind === 'syntax') {
    const { line, column, found } = problem;
    return t(`templates.problem.syntax.${problem.why}`, { line, column, found });
  }
  if (problem.kind === 'other-variables')
    return t('templates.problem.other-variables', { names: listLabel(problem.names, uiLang) });
  const { kind, ...details } = problem;
  return t(`templates.problem.${kind}`, details);
}

/** Why a row is not taken, as a sentence with its place: "German, sentence “answer”: …". */
export function refusalWords(t: Translate, problem: TemplateRowProblem, uiLang: string): string {
  const words = wrong(t, problem, uiLang);
  if (!('lang' in problem)) return words;
  const language = languageName(problem.lang, uiLang);
  return 'block' in problem
    ? t('templates.problem.inSentence', { language, block: problem.block, words })
    : t('templates.problem.inLanguage', { language, words });
}
