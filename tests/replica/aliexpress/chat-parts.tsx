import type { ReactElement, ReactNode } from 'react';
import { momentBefore, shownClock, shownDay, shownMoment } from '../dates';
import { hashed } from '../markup';
import type { AliexpressThread, ReplicaMessage, ReplicaOrder } from '../threads';
import type { PageView } from '../view';
import { chatClass, countryName, wordsFor } from './words';

/** Text with line breaks as the chat draws them. */
function Lines({ text }: { readonly text: string }): ReactElement {
  const lines = text.split('\n');
  return (
    <>
      {lines.map((line, at) => (
        // Lines of a message never move, so their place is their identity.
        <span key={at}>
          {line}
          {at < lines.length - 1 ? <br /> : null}
        </span>
      ))}
    </>
  );
}

function translationFor(message: ReplicaMessage, view: PageView): string | undefined {
  if (view.knobs.translation === 'none' || message.from !== 'buyer') return undefined;
  return view.loc === 'zh_CN' ? message.zh : message.lang === 'en' ? undefined : message.en;
}

function BubbleBody({ message, view }: { readonly message: ReplicaMessage; readonly view: PageView }): ReactElement {
  const words = wordsFor(view.loc);
  const translation = translationFor(message, view);
  if (translation === undefined) return <Lines text={message.text} />;
  if (view.knobs.translation === 'inline')
    return <Lines text={`${message.text}\n${translation}\n${words.translatedBy}`} />;
  return (
    <>
      <div className={hashed('source', view.knobs)} dir="auto">
        <Lines text={message.text} />
      </div>
      <div className={`${hashed('translate', view.knobs)} translation`} dir="auto">
        <Lines text={translation} />
        <div className={hashed('translateBy', view.knobs)}>{words.translatedBy}</div>
      </div>
    </>
  );
}

/** One message of the conversation. */
export function MessageItem({
  message,
  view,
}: {
  readonly message: ReplicaMessage;
  readonly view: PageView;
}): ReactElement {
  const iso = momentBefore(view.now, message.hoursAgo);
  if (message.from === 'note') {
    return (
      <div className={`${chatClass('im-message-item', view)} ${hashed('recall', view.knobs)} recall`}>
        {message.text}
      </div>
    );
  }
  const isOurs = message.from !== 'buyer';
  return (
    <div className={`${chatClass('im-message-item', view)}${isOurs ? ' self' : ''} message`}>
      <span className="avatar" aria-hidden="true" />
      <div className="message-body">
        <div className={`${chatClass('im-message-item-content', view)} content`} dir="auto">
          <BubbleBody message={message} view={view} />
        </div>
        {message.attachments?.map((name) => (
          <img key={name} className="picture" src={`/assets/product/${name}.svg`} alt="" width={120} height={90} />
        ))}
        <div className="meta">
          {message.from === 'bot' ? <span className="ai-tag">AI</span> : null}
          <span className={hashed('time', view.knobs)}>{shownMoment(iso, view.loc)}</span>
          {isOurs ? <span className="read">{wordsFor(view.loc).read}</span> : null}
        </div>
      </div>
    </div>
  );
}

/** When the last message came: the time of day today, the day before that; `time=v2` writes both out. */
function rowTime(iso: string, view: PageView): string {
  if (view.knobs.time === 'v2') return shownMoment(iso, view.loc);
  return iso.slice(0, 10) === view.now.slice(0, 10) ? shownClock(iso, view.loc) : iso.slice(0, 10);
}

/** One row of the session list; the same node shows another session after scrolling. */
export function SessionItem(props: {
  readonly thread: AliexpressThread;
  readonly isActive: boolean;
  readonly view: PageView;
  readonly onOpen?: (isTrusted: boolean) => void;
}): ReactElement {
  const { thread, view } = props;
  const last = thread.messages.at(-1);
  return (
    <div
      className={`${chatClass('im-session-item', view)} session${props.isActive ? ' active' : ''}`}
      onClick={(event) => props.onOpen?.(event.nativeEvent.isTrusted)}
    >
      <span className="avatar" aria-hidden="true" />
      <div className="session-text">
        <div className={`${chatClass('im-session-item-name-content', view)} session-name`}>
          <b dir="auto">{thread.buyer.name}</b>
          <span className="session-time">{rowTime(momentBefore(view.now, last?.hoursAgo ?? 0), view)}</span>
        </div>
        <div className="session-last" dir="auto">
          {(last?.text ?? '').slice(0, 60)}
        </div>
        <div className="session-tags">
          {thread.tags.map((tag) => (
            <i key={tag} className={`${chatClass('im-session-tag', view)} ${tag}`}>
              {tag}
            </i>
          ))}
          {thread.unread > 0 ? <sup className="ait-badge-count">{thread.unread}</sup> : null}
        </div>
      </div>
    </div>
  );
}

function OrderCard({ order, view }: { readonly order: ReplicaOrder; readonly view: PageView }): ReactElement {
  const item = order.items[0];
  const name = (part: string): string => chatClass(`im-order-card-${part}`, view);
  return (
    <div className={`${chatClass('im-order-card', view)} order-card`}>
      <span className={`${name('status')} order-status`}>{wordsFor(view.loc).states[order.state]}</span>
      <span className={`${name('subtitle')} order-line`}>{order.id}</span>
      <span className={`${name('subtitle')} order-line`}>{shownDay(view.now, order.orderedDay, view.loc)}</span>
      <div className="order-item">
        <img src={`/assets/product/${item?.productId ?? ''}.svg`} alt="" width={44} height={44} />
        <div>
          <div className={`${name('title')} order-title`}>{item?.title}</div>
          <div className="order-variant">{item?.variant}</div>
          <div className="order-variant">x {item?.quantity}</div>
        </div>
      </div>
      {order.tracking ? (
        <div className="order-variant">
          {order.carrier} {order.tracking}
        </div>
      ) : null}
    </div>
  );
}

/** The panel about the buyer; the app may show it for the previous buyer for a moment. */
export function BuyerPanel({
  thread,
  view,
}: {
  readonly thread: AliexpressThread | undefined;
  readonly view: PageView;
}): ReactElement {
  const words = wordsFor(view.loc);
  const { knobs } = view;
  if (!thread) return <aside className="side" />;
  const country = countryName(thread.buyer.country, view.loc);
  const isAddressShown = view.knobs.state !== 'no-country';
  return (
    <aside className="side">
      <div className={`${hashed('user-name', knobs)} buyer-name`} dir="auto">
        {thread.buyer.name}
      </div>
      <div className={hashed('info', knobs)}>
        <div className={hashed('basic', knobs)}>
          {isAddressShown ? <div className={hashed('address', knobs)}>{country}</div> : null}
        </div>
      </div>
      <div className={`${hashed('star-select', knobs)} star`}>
        <div className="ait-select-selection-item">
          <span>{thread.star || words.noStar}</span>
        </div>
      </div>
      {thread.remark ? <div className={`${hashed('remark-text', knobs)} remark`}>{thread.remark}</div> : null}
      <h3 className="side-title">{words.orders}</h3>
      {thread.orders.length === 0 ? <p className="side-empty">{words.noOrders}</p> : null}
      {thread.orders.map((order) => (
        <OrderCard key={order.id} order={order} view={view} />
      ))}
    </aside>
  );
}

/** As many wrappers as the `depth` knob asks for. */
export function Depth({ view, children }: { readonly view: PageView; readonly children: ReactNode }): ReactElement {
  let inner: ReactNode = children;
  for (let level = 0; level < Number(view.knobs.depth); level += 1) inner = <div className="layer">{inner}</div>;
  return <>{inner}</>;
}
