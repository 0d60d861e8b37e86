import type { OwnRuleProblem } from '@/utils/domain/compliance/desk/own-rule';
import type { PackProblem } from '@/utils/domain/compliance/desk/pack-file';
import type { Translate } from '../ui/translate';

/** Why an own rule is not taken, in words. */
export function ownProblemWords(t: Translate, problem: OwnRuleProblem): string {
  switch (problem.kind) {
    case 'empty':
      return t(`rules.own.problem.empty.${problem.field}`);
    case 'too-long':
    case 'too-many':
    case 'open-starts':
      return t(`rules.own.problem.${problem.kind}`, { limit: problem.limit });
    case 'bad-word':
      return t('rules.own.problem.bad-word', { word: problem.word });
    case 'invalid':
      return t('rules.own.problem.invalid', { field: problem.field });
  }
}

/** Why a file is no pack, in words. */
export function packProblemWords(t: Translate, problem: PackProblem | { readonly kind: 'unreadable' }): string {
  switch (problem.kind) {
    case 'own-rule':
      return `${t('rules.pack.problem.own-rule', { title: problem.title })} ${ownProblemWords(t, problem.why)}`;
    case 'too-large':
    case 'too-many-rules':
      return t(`rules.pack.problem.${problem.kind}`, { limit: problem.limit });
    case 'wrong-field':
      return t('rules.pack.problem.wrong-field', { field: problem.field });
    case 'repeated-rule':
      return t('rules.pack.problem.repeated-rule', { rule: problem.rule });
    case 'not-json':
    case 'not-a-pack':
    case 'newer':
    case 'unreadable':
      return t(`rules.pack.problem.${problem.kind}`);
  }
}
