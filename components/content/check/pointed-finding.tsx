import type { AssistantActions, AssistantModel } from '../model';
import type { PageWordsPart } from '../parts/offered-parts';
import { usePointed } from '../session/pointed';
import { FindingPopover } from './finding-popover';

/** The popover of the finding the pointer rests on, as long as the finding itself is there. */
export function PointedFinding(props: {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
  readonly words: PageWordsPart;
}) {
  const { model, actions, words } = props;
  const { findings } = model.check;
  const { pointed, close, setInside } = usePointed(words.findingAt, findings.length > 0);
  const finding =
    pointed &&
    findings.find(({ rule, excerpt }) => rule === pointed.finding.rule && excerpt === pointed.finding.excerpt);
  if (!finding) return null;
  return (
    <FindingPopover
      finding={finding}
      anchor={pointed.rect}
      uiLang={model.uiLang}
      actions={actions}
      onClose={close}
      onHover={setInside}
    />
  );
}
