import type { AssistantActions, ShownFinding } from './model';
import { Issue } from './issue-list';
import { closeOnEscape } from './keys';
import { directionOf } from './labels';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

const WIDTH_PX = 340;
const GAP_PX = 6;
/** What the popover needs with its reasons open; with less room below, it goes above. */
const ROOM_PX = 200;

const px = (value: number): string => `${value}px`;

/** Where the underlined words are, in pixels of the viewport. */
export type AnchorRect = Pick<DOMRectReadOnly, 'left' | 'right' | 'top' | 'bottom'>;

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
  const width = Math.min(WIDTH_PX, window.innerWidth - 2 * GAP_PX);
  const dir = directionOf(props.uiLang);
  const start = dir === 'rtl' ? anchor.right - width : anchor.left;
  const left = Math.max(GAP_PX, Math.min(start, window.innerWidth - width - GAP_PX));
  const isBelow = window.innerHeight - anchor.bottom >= ROOM_PX || anchor.top < ROOM_PX;
  const place = isBelow
    ? { top: px(anchor.bottom + GAP_PX) }
    : { bottom: px(window.innerHeight - anchor.top + GAP_PX) };
  // Pointing keeps it open; by keyboard it is the issue list that leads here.
  const hover = { onMouseEnter: () => props.onHover?.(true), onMouseLeave: () => props.onHover?.(false) };
  return (
    <div
      className="p-popover"
      role="group"
      aria-label={t('lint.popover.label', { title: finding.text.title })}
      data-rule={finding.rule}
      data-severity={finding.severity}
      dir={dir}
      style={{ left: px(left), width: px(width), ...place }}
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
