import type { AssistantActions, AssistantModel } from './model';
import { FindingPopover } from './finding-popover';
import type { PageWordsPart } from './parts/offered-parts';
import { usePointed } from './session/pointed';

/** The popover of the finding the pointer rests on. */
export function PointedFinding(props: {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
  readonly words: PageWordsPart;
}) {
  const { model, actions, words } = props;
  const { pointed, close, setInside } = usePointed(words.findingAt, model.check.findings.length > 0);
  if (!pointed) return null;
  return (
    <FindingPopover
      finding={pointed.finding}
      anchor={pointed.rect}
      uiLang={model.uiLang}
      actions={actions}
      onClose={close}
      onHover={setInside}
    />
  );
}
