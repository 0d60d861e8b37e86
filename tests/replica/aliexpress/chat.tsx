import { Fragment, type ReactElement, useState } from 'react';
import { momentBefore } from '../dates';
import { hashed } from '../markup';
import type { AliexpressThread, ReplicaMessage } from '../threads';
import type { PageView } from '../view';
import { BuyerPanel, Depth, MessageItem, SessionItem } from './chat-parts';
import { Composer, type ComposerProps } from './composer';
import { wordsFor } from './words';

/** Everything the chat shows at one moment. */
export interface ChatState {
  /** In the order of the list. */
  readonly sessions: readonly AliexpressThread[];
  readonly open?: AliexpressThread;
  /** May lag behind `open` for a moment after a switch. */
  readonly panel?: AliexpressThread;
  readonly ownMessages: readonly ReplicaMessage[];
  readonly toast?: string;
  /** Changes when the composer must be a new node. */
  readonly composerKey: number;
}

/** What the visitor can do. */
export interface ChatActions extends Pick<ComposerProps, 'onText' | 'onInputEvent' | 'onSend'> {
  readonly onOpen: (thread: AliexpressThread, isTrusted: boolean) => void;
}

const rowHeight = 74;
const rowsInDom = 12;

/** The list keeps at most 12 rows and gives the same nodes other sessions while scrolling. */
function SessionList({
  state,
  view,
  actions,
}: {
  readonly state: ChatState;
  readonly view: PageView;
  readonly actions: ChatActions;
}): ReactElement {
  const [scrolled, setScrolled] = useState(0);
  const first = Math.max(0, Math.min(Math.floor(scrolled / rowHeight), state.sessions.length - rowsInDom));
  const shown = state.sessions.slice(first, first + rowsInDom);
  const after = Math.max(0, state.sessions.length - first - shown.length);
  return (
    <div className="scroller" onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}>
      <div style={{ height: first * rowHeight }} />
      {shown.map((thread, place) => (
        // Recycled on purpose: the place is the identity, as in the real virtual list.
        <SessionItem
          key={place}
          thread={thread}
          view={view}
          isActive={thread.sessionId === state.open?.sessionId}
          onOpen={(isTrusted) => actions.onOpen(thread, isTrusted)}
        />
      ))}
      <div style={{ height: after * rowHeight }} />
    </div>
  );
}

/**
 * The message centre. Pure: `renderToStaticMarkup(<Chat …/>)` gives the same tree to unit tests.
 *
 * States: `no-country` leaves the country out of the buyer panel.
 */
export function Chat(props: {
  readonly state: ChatState;
  readonly text: string;
  readonly view: PageView;
  readonly actions: ChatActions;
}): ReactElement {
  const { state, view, actions } = props;
  const words = wordsFor(view.loc);
  const hiddenCopy =
    view.knobs.dup === '1' ? <textarea className="im-message-input-no-auto-height" hidden readOnly value="" /> : null;
  return (
    <div className="chat">
      <section className="sessions">
        <div className="tabs">
          {words.tabs.map((tab) => (
            <span key={tab} className="tab">
              {tab}
            </span>
          ))}
        </div>
        <label className="ai-switch">
          <input type="checkbox" role="switch" defaultChecked /> {words.assistant}
        </label>
        <input className="session-search" type="search" placeholder={words.search} aria-label={words.search} />
        <SessionList state={state} view={view} actions={actions} />
      </section>
      <section className="centre">
        {state.open === undefined ? (
          <p className="none">{words.none}</p>
        ) : (
          <>
            <header className="centre-head">
              <span className="centre-name" dir="auto">
                {state.open.buyer.name}
              </span>
              <span className="centre-time">{words.localTime} 09:41</span>
            </header>
            <Depth view={view}>
              <div className="message-list" ref={(list) => void list?.scrollTo?.(0, list.scrollHeight)}>
                {[...state.open.messages, ...state.ownMessages].map((message, at, all) => (
                  <Fragment key={`${state.open?.sessionId ?? ''}-${message.id}`}>
                    {(all[at - 1]?.hoursAgo ?? 1e9) - message.hoursAgo >= 12 ? (
                      <div className={hashed('timeLine', view.knobs)}>
                        {momentBefore(view.now, message.hoursAgo).slice(0, 10)}
                      </div>
                    ) : null}
                    <MessageItem message={message} view={view} />
                  </Fragment>
                ))}
              </div>
            </Depth>
            <Depth view={view}>
              {hiddenCopy}
              <Composer key={state.composerKey} text={props.text} view={view} {...actions} />
            </Depth>
          </>
        )}
      </section>
      <BuyerPanel thread={state.panel} view={view} />
      {state.toast ? <div className="toast">{state.toast}</div> : null}
    </div>
  );
}
