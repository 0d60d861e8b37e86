import { drawWith, type NamedPart } from '../parts/draw-with';
import type { MountPart } from '../parts/offered-parts';
import { HeldDialog } from './held-dialog';
import { IssueList } from './issue-list';
import { PointedFinding } from './pointed-finding';

function CheckPart({ name, model, actions, words }: NamedPart) {
  switch (name) {
    case 'issues':
      return <IssueList check={model.check} uiLang={model.uiLang} actions={actions} />;
    case 'finding':
      return words && <PointedFinding model={model} actions={actions} words={words} />;
    case 'held':
      return model.held && <HeldDialog held={model.held} onAnswer={actions.answerHeld} />;
    default:
      return null;
  }
}

/** Draws what people see of the message check. */
export const drawCheck = (css: string): MountPart => drawWith(css, 'check', (part) => <CheckPart {...part} />);
