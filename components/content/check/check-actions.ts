import type { ApiProblem, ContentApi, ThreadView } from '@/utils/app/api';
import type { Result } from '@/utils/domain/result';
import type { Composer } from '@/utils/page/composer';
import type { AssistantModel, CheckActions } from '../model';
import type { ReadyRules, RuleShelf } from '../session/rules';
import type { Store } from '../session/store';

interface ActionOptions {
  readonly client: Pick<ContentApi, 'muteRule' | 'unmuteRule'>;
  readonly store: Store<AssistantModel>;
  readonly shelf: RuleShelf;
  readonly composer: () => Composer | null;
  /** Checks what was typed since the last check. */
  readonly catchUp: () => void;
  readonly onRules: (rules: ReadyRules) => void;
  readonly answerHeld: CheckActions['answerHeld'];
}

/** What the list and the popover can ask for. */
export function createCheckActions(options: ActionOptions): CheckActions {
  const { client, store, shelf, composer, catchUp, onRules, answerHeld } = options;
  /** The rules that came back are used at once. */
  const take = async (work: Promise<Result<ThreadView['rules'], ApiProblem>>): Promise<ApiProblem | null> => {
    const answer = await work;
    if (!answer.ok) return answer.error;
    const ready = shelf.take(answer.value);
    if (ready) onRules(ready);
    return null;
  };
  return {
    applyFix(finding, fix) {
      const box = composer();
      const wanted = finding.fixes[fix];
      if (!box || !wanted) return;
      // The check is a moment behind the keys: a fix must not overwrite what stands in that place by now.
      catchUp();
      const text = box.read();
      const [current] = store
        .get()
        .check.findings.filter(({ rule, start, excerpt }) => rule === finding.rule && text.startsWith(excerpt, start))
        .sort((a, b) => Math.abs(a.start - finding.start) - Math.abs(b.start - finding.start));
      const change = current?.fixes.find(({ replacement }) => replacement === wanted.replacement);
      if (!change) return;
      void box.replaceRange(change, change.replacement).then((done) => {
        if (!done.ok && done.error.kind === 'composing') store.set({ notice: { kind: 'composing' } });
        else if (!done.ok && done.error.kind !== 'overtaken') store.set({ notice: { kind: 'composer-gone' } });
      });
    },
    goToFinding: (finding) => void composer()?.select(finding),
    muteRule: (request) => take(client.muteRule(request)),
    unmuteRule: (rule) => take(client.unmuteRule({ rule })),
    answerHeld,
  };
}
