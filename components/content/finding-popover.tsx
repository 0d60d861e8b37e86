import type { AssistantActions, ShownFinding } from './model';
import { Issue } from './issue-list';
import { closeOnEscape } from './keys';
import { directionOf } from './labels';
import { popoverPlace, type AnchorRect } from './popover-place';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

/**
 * One finding beside the words it stands on. Never takes the focus by itself: the agent is typing; the issue list
 * is the way in by keyboard.
 */
export function FindingPopover(props: {
  readonly finding: ShownFinding;
  readonly anchor: AnchorRect;
  readonly uiLang: string;
  readonly actions: Pick<AssistantActions, 'applyFix' | 'goToFinding'>;
  readonly onClose: () => void;
  /** The pointer came onto the popover or left it, so that whoever opened it can wait before closing. */
  readonly onHover?: (isInside: boolean) => void;
}) {
  const t = useT();
  const { anchor, finding } = props;
  // Pointing keeps it open; by keyboard it is the issue list that leads here.
  const hover = { onMouseEnter: () => props.onHover?.(true), onMouseLeave: () => props.onHover?.(false) };
  return (
    <div
      className="p-popover"
      role="group"
      aria-label={t('lint.popover.label', { title: finding.text.title })}
      data-rule={finding.rule}
      data-severity={finding.severity}
      dir={directionOf(props.uiLang)}
      style={popoverPlace(anchor, props.uiLang)}
      {...closeOnEscape(props.onClose)}
      {...hover}
    >
      <button type="button" className="p-tool" aria-label={t('lint.popover.close')} onClick={props.onClose}>
        <Icon name="close" />
      </button>
      <Issue key={`${finding.rule} ${finding.start}`} finding={finding} uiLang={props.uiLang} actions={props.actions} />
    </div>
  );
}
