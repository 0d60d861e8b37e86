import type { ListedTemplate } from '@/utils/app/templates-api';
import { hasSameSignatures, isSameReply, withTrueSignatures } from '@/utils/domain/replies/desk/same-words';
import type { ReplyTemplate } from '@/utils/domain/replies/template';

/** What the replies of a file would do to those of the desk. */
export interface Comparison {
  readonly added: readonly ReplyTemplate[];
  readonly changed: readonly ReplyTemplate[];
  /** How many are as they are. */
  readonly same: number;
}

/** Tells new replies, changed ones and those that are the same apart; `take` may be called for one portion after another. */
export function createComparison(known: readonly ListedTemplate[]) {
  const before = new Map(known.map(({ template }) => [template.id, template]));
  const added: ReplyTemplate[] = [];
  const changed: ReplyTemplate[] = [];
  let same = 0;
  return {
    take: (templates: readonly ReplyTemplate[]): void => {
      for (const template of templates) {
        const old = before.get(template.id);
        const signed = withTrueSignatures(template, old, 'file');
        if (!old) added.push(template);
        else if (isSameReply(old, signed) && hasSameSignatures(old, signed)) same += 1;
        else changed.push(template);
      }
    },
    result: (): Comparison => ({ added, changed, same }),
  };
}
