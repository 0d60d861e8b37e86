import type { ShownFinding } from '../model';
import { closeOnEscape } from '../keys';
import { directionOf } from '../labels';
import { popoverPlace, type AnchorRect } from '../popover-place';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import { Issue, type IssueActions } from './issue';

/**
 * One finding beside the words it stands on. Never takes the focus by itself: the agent is typing; the issue list
 * is the way in by keyboard.
 */
export function FindingPopover(props: {
  readonly finding: ShownFinding;
  readonly anchor: AnchorRect;
  readonly uiLang: string;
  readonly actions: IssueActions;
  readonly onClose: () => void;
  /** The pointer came onto the popover or left it, so that whoever opened it can wait before closing. */
  readonly onHover?: (isInside: boolean) => void;
}) {
  const t = useT();
  const { anchor, finding } = props;
  // Pointing keeps it open; by keyboard it is the issue list that leads here. A form that is being filled in stays.
  const hover = {
    onMouseEnter: () => props.onHover?.(true),
    onMouseLeave: (event: { readonly currentTarget: Element }) =>
      event.currentTarget.querySelector('form') ?? props.onHover?.(false),
  };
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
      <Issue key={`${finding.rule} ${finding.excerpt}`} issue={finding} uiLang={props.uiLang} actions={props.actions} />
    </div>
  );
}
