import type { ReactElement, ReactNode } from 'react';
import type { PageLoc } from '../dates';
import { momentBefore, shownDay, shownMoment } from '../dates';
import type { Knobs } from '../knobs';
import type { PageView } from '../view';
import marketJson from './market.json';

/** One conversation of the third marketplace. */
export type MarketConversation = (typeof marketJson.conversations)[number];
/** Words of the third marketplace. */
export type MarketWords = (typeof marketJson.words)['en'];

/** All conversations, newest first. */
export const marketConversations: readonly MarketConversation[] = marketJson.conversations;

/** Words in the language of the page; English where the marketplace has none. */
export function marketWords(loc: PageLoc): MarketWords {
  return (marketJson.words as Partial<Record<PageLoc, MarketWords>>)[loc] ?? marketJson.words.en;
}

const suffixes = { a: 'sc-1k7f', b: 'sc-9zq2', c: 'sc-0mma' } as const;

/** Class names of this marketplace: a readable one, and one whose end depends on the `hash` knob. */
export function marketClass(name: string, { hash }: Pick<Knobs, 'hash'>): string {
  let sum = hash.charCodeAt(0);
  for (const sign of name) sum = (sum * 37 + sign.charCodeAt(0)) % 60466176;
  return `${name} ${suffixes[hash]}-${sum.toString(36)}`;
}

/** As many nameless wrappers as the `depth` knob asks for. */
export function Layers({ view, children }: { readonly view: PageView; readonly children: ReactNode }): ReactElement {
  let inner: ReactNode = children;
  for (let level = 0; level < Number(view.knobs.depth); level += 1) inner = <div className="layer">{inner}</div>;
  return <>{inner}</>;
}

/** Top navigation; the page moves by itself, without a load. */
export function MarketNav(props: {
  readonly view: PageView;
  readonly isOrders: boolean;
  readonly onGo: (path: string) => void;
}): ReactElement {
  const words = marketWords(props.view.loc);
  const paths = ['/', `/inbox/thread/${marketConversations[0]?.id ?? ''}`, '/orders', '/catalogue'];
  return (
    <header className={marketClass('tm-top', props.view.knobs)}>
      <b>thirdmarket</b>
      <nav>
        {words.menu.map((label, at) => (
          <a
            key={label}
            href={paths[at]}
            aria-current={(at === 2) === props.isOrders && (at === 1 || at === 2) ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              if (at === 1 || at === 2) props.onGo(paths[at] ?? '/');
            }}
          >
            {label}
          </a>
        ))}
      </nav>
      <span className="tm-shop">Lumen Home · 12</span>
    </header>
  );
}

/** The list of conversations beside the open one. */
export function MarketInbox(props: {
  readonly view: PageView;
  readonly open: MarketConversation | undefined;
  readonly onOpen: (conversation: MarketConversation, isTrusted: boolean) => void;
}): ReactElement {
  const { view, open } = props;
  return (
    <ul className={marketClass('tm-inbox', view.knobs)}>
      {marketConversations.map((each) => (
        <li key={each.id} aria-selected={each.id === open?.id}>
          <a
            href={`/inbox/thread/${each.id}`}
            onClick={(event) => {
              event.preventDefault();
              props.onOpen(each, event.nativeEvent.isTrusted);
            }}
          >
            <strong dir="auto">{each.buyer}</strong>
            <small>{shownMoment(momentBefore(view.now, each.messages.at(-1)?.hoursAgo ?? 0), view.loc)}</small>
            <em dir="auto">{each.messages.at(-1)?.text.slice(0, 50)}</em>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The open conversation; the composer is handed in. */
export function MarketThread(props: {
  readonly view: PageView;
  readonly open: MarketConversation;
  /** Texts sent in this visit. */
  readonly own: readonly string[];
  readonly children: ReactNode;
}): ReactElement {
  const { view, open } = props;
  const words = marketWords(view.loc);
  const name = (stem: string): string => marketClass(stem, view.knobs);
  const bubble = (key: string, isOurs: boolean, text: string, when: string): ReactElement => (
    <article key={key} className={name(isOurs ? 'tm-msg tm-msg--out' : 'tm-msg tm-msg--in')}>
      <header>
        <span dir="auto">{isOurs ? words.you : open.buyer}</span> <time>{when}</time>
      </header>
      <div className={name('tm-msg__body')} dir="auto">
        {text.split('\n').map((line, at) => (
          // Lines never move.
          <p key={at}>{line}</p>
        ))}
      </div>
    </article>
  );
  return (
    <section className={name('tm-thread')}>
      <Layers view={view}>
        <div className={name('tm-thread__head')}>
          <h1 className={name('tm-buyer')} dir="auto">
            {open.buyer}
          </h1>
          <div className={name('tm-order')}>
            {words.order}{' '}
            <a href={`/orders/${open.order}`} onClick={(event) => event.preventDefault()}>
              {open.order}
            </a>
            {' · '}
            <span>{open.item}</span> · <span>{words.states[open.state as keyof MarketWords['states']]}</span>
          </div>
        </div>
        {view.knobs.dup === '1' ? (
          <div hidden>
            <h1>{marketConversations.find(({ id }) => id !== open.id)?.buyer}</h1>
            <span>{marketConversations.find(({ id }) => id !== open.id)?.order}</span>
            <textarea readOnly value="" />
          </div>
        ) : null}
      </Layers>
      <Layers view={view}>
        <div className={name('tm-thread__log')}>
          {open.messages.map((message) =>
            bubble(
              `${open.id}-${message.hoursAgo}`,
              message.from === 'seller',
              message.text,
              shownMoment(momentBefore(view.now, message.hoursAgo), view.loc),
            ),
          )}
          {props.own.map((text, at) => bubble(`own-${at}`, true, text, shownMoment(view.now, view.loc)))}
        </div>
      </Layers>
      <Layers view={view}>{props.children}</Layers>
    </section>
  );
}

/** The orders of the third marketplace. */
export function MarketOrders({ view }: { readonly view: PageView }): ReactElement {
  const words = marketWords(view.loc);
  return (
    <section className={marketClass('tm-orders', view.knobs)}>
      <h1>{words.menu[2]}</h1>
      <Layers view={view}>
        <div role="table">
          <div role="row" className="tm-head">
            {words.columns.map((column) => (
              <span key={column} role="columnheader">
                {column}
              </span>
            ))}
          </div>
          {marketConversations.map((each) => (
            <div key={each.id} role="row" className={marketClass('tm-row', view.knobs)}>
              <span role="cell">{each.order}</span>
              <span role="cell" dir="auto">
                {each.buyer}
              </span>
              <span role="cell">{shownDay(view.now, each.orderedDay, view.loc)}</span>
              <span role="cell">{words.states[each.state as keyof MarketWords['states']]}</span>
              <span role="cell">{each.total}</span>
            </div>
          ))}
        </div>
      </Layers>
    </section>
  );
}
