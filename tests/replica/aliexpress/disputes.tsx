import type { ReactElement } from 'react';
import { momentBefore } from '../dates';
import { hashed } from '../markup';
import type { PageView } from '../view';
import { amountText, stamp } from './amounts';
import { Depth } from './chat-parts';
import { HiddenCopy, Tabs, useNewNodes } from './fusion';
import type { Dispute } from './records';
import { filled, shownDuration, wordsFor } from './words';

/** Time left, in the words of the page; nothing when nobody has to act. */
export function timeLeft(shown: Dispute, view: PageView): string {
  const { left } = wordsFor(view.loc);
  return shown.dueHours === undefined ? '' : filled(left, { t: shownDuration(shown.dueHours, view.loc) });
}

/** Query that keeps the shop's channel on the next page, where the host has one. */
const channel = (view: PageView): string => (view.query.channelId ? `&channelId=${view.query.channelId}` : '');

function Row(props: {
  readonly shown: Dispute;
  readonly view: PageView;
  readonly onContact: (shown: Dispute, isTrusted: boolean) => void;
}): ReactElement {
  const { shown, view } = props;
  const { dispute } = wordsFor(view.loc);
  const { order, buyer } = shown.scene;
  const name = (stem: string): string => hashed(stem, view.knobs);
  const item = order.items[0];
  return (
    <tr className="ait-table-row ait-table-row-level-0">
      <td className="ait-table-cell">
        <span className="ait-typography">{stamp(momentBefore(view.now, shown.createdHoursAgo), view)}</span>
        <div className="order-no">{order.id}</div>
      </td>
      <td className="ait-table-cell">
        <div className={name('buyerInfo')}>
          <div className={name('buyerName')}>
            <a href={`#buyer-${order.id}`} onClick={(event) => event.preventDefault()} dir="auto">
              {buyer.name}
            </a>
          </div>
        </div>
      </td>
      <td className="ait-table-cell">
        <div className={name('infoItem')}>
          <span className="item-title">{item?.title}</span>
          <b>{amountText(shown.amount, order.currency, view)}</b>
          <span>x {shown.quantity}</span>
        </div>
      </td>
      <td className="ait-table-cell">{dispute.reasons[shown.reason]}</td>
      <td className="ait-table-cell">
        <span className={`ait-tag ait-tag-${shown.status}`}>{dispute.states[shown.status]}</span>
        <div className="left">{timeLeft(shown, view)}</div>
      </td>
      <td className="ait-table-cell">
        <a href={`/m_apps/dispute-management/detail?reverseOrderLineId=${shown.id}${channel(view)}`}>{dispute.view}</a>
        <a
          className="contact"
          role="button"
          tabIndex={0}
          onClick={(event) => props.onContact(shown, event.nativeEvent.isTrusted)}
        >
          {dispute.contact}
        </a>
      </td>
    </tr>
  );
}

/** The dispute list. Pure; `chat` is the address of the chat in the frame beside the list. */
export function DisputeList(props: {
  readonly shown: readonly Dispute[];
  readonly view: PageView;
  readonly chat?: string;
  readonly onContact: (shown: Dispute, isTrusted: boolean) => void;
}): ReactElement {
  const { shown, view } = props;
  const { dispute } = wordsFor(view.loc);
  const made = useNewNodes(view);
  const stranger = shown.at(-1);
  return (
    <div className="page">
      <h1>{dispute.title}</h1>
      <Tabs family="ait" names={dispute.tabs} />
      <HiddenCopy view={view}>
        <table>
          <tbody>{stranger ? <Row shown={stranger} view={view} onContact={props.onContact} /> : null}</tbody>
        </table>
      </HiddenCopy>
      <Depth view={view}>
        <table className="ait-table" key={made}>
          <tbody className="ait-table-tbody">
            {shown.map((each) => (
              <Row key={each.id} shown={each} view={view} onContact={props.onContact} />
            ))}
          </tbody>
        </table>
      </Depth>
      {shown.length === 0 ? <p className="empty">{dispute.empty}</p> : null}
      {props.chat ? <iframe className="chat-frame" title="IM" width={480} height={640} src={props.chat} /> : null}
    </div>
  );
}
