import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { languageName, listLabel, variableLabel } from '../../content/labels';
import type { Translate } from '../../ui/translate';

/** What the words of a problem are made with. */
export interface ProblemContext {
  readonly t: Translate;
  readonly uiLang: string;
  readonly template: ReplyTemplate;
}

// The rest of the line says nothing about what is wrong: the name alone, where there is one.
const shortly = (found: string): string => /^[\p{L}\p{N}_-]+/u.exec(found)?.[0] ?? found;

/** What is wrong, without the place. */
export function problemWords(problem: TemplateProblem, { t, uiLang }: Pick<ProblemContext, 't' | 'uiLang'>): string {
  switch (problem.kind) {
    case 'syntax':
      return t(`editor.problem.syntax.${problem.why}`, {
        line: problem.line,
        column: problem.column,
        found: shortly(problem.found),
      });
    case 'undeclared':
      return t('editor.problem.undeclared', { name: problem.name });
    case 'other-variables':
      return t('editor.problem.other-variables', {
        names: listLabel(
          problem.names.map((name) => variableLabel(t, name)),
          uiLang,
        ),
      });
    case 'too-long':
      return t('editor.problem.too-long', { length: problem.length, limit: problem.limit });
    case 'form':
      return t('editor.problem.form', { field: problem.field });
    case 'no-title':
    case 'no-language':
    case 'missing-text':
      return t(`editor.problem.${problem.kind}`);
  }
}

/** What is wrong and where: "German, sentence 3: …". */
export function placedProblem(problem: TemplateProblem, context: ProblemContext): string {
  const { t, uiLang, template } = context;
  const words = problemWords(problem, context);
  if (!('lang' in problem)) return words;
  const language = languageName(problem.lang, uiLang);
  if (!('block' in problem)) return t('editor.problem.inLanguage', { language, words });
  const number = template.blocks.findIndex(({ id }) => id === problem.block) + 1;
  return t('editor.problem.inSentence', { language, number, words });
}
