import { type ReactElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { asPage, count, note, setComposerState, startLog } from '../kit/log';
import { htmlLang } from '../dates';
import { startNoise } from '../kit/noise';
import { translatePage } from '../kit/translate-page';
import {
  marketClass,
  type MarketConversation,
  marketConversations,
  MarketInbox,
  MarketNav,
  MarketOrders,
  MarketThread,
  marketWords,
} from '../other/market';
import { marketTranslation } from '../other/translation';
import type { PageView } from '../view';
import { pause, readView } from './dom';

interface Place {
  readonly isOrders: boolean;
  readonly open: MarketConversation | undefined;
}

function placeOf(path: string): Place {
  const id = /^\/inbox\/thread\/([\w-]+)/.exec(path)?.[1];
  return { isOrders: path.startsWith('/orders'), open: marketConversations.find((each) => each.id === id) };
}

/** The composer is drawn from the state alone: what the state never heard of is gone with the next drawing. */
function Composer(props: {
  readonly view: PageView;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: (isTrusted: boolean) => void;
}): ReactElement {
  const { view, text } = props;
  const words = marketWords(view.loc);
  const [swaps, setSwaps] = useState(0);
  return (
    <form
      className={marketClass('tm-reply', view.knobs)}
      onSubmit={(event) => event.preventDefault()}
      onInputCapture={(event) => count('input', event.nativeEvent.isTrusted)}
    >
      <textarea
        key={swaps}
        aria-label={words.reply}
        placeholder={words.reply}
        rows={4}
        maxLength={2000}
        value={text}
        onChange={(event) => props.onText(event.target.value)}
        onFocus={() => view.knobs.rerender === 'swapNode' && swaps === 0 && setSwaps(1)}
      />
      <footer>
        <span>{text.length}/2000</span>
        <button type="button" disabled={text === ''} onClick={(event) => props.onSend(event.nativeEvent.isTrusted)}>
          {words.send}
        </button>
      </footer>
    </form>
  );
}

function Market({ view }: { readonly view: PageView }): ReactElement {
  const [place, setPlace] = useState(() => placeOf(location.pathname));
  const [text, setText] = useState('');
  const [own, setOwn] = useState<readonly string[]>([]);
  const [draws, setDraws] = useState(0);
  useEffect(() => setComposerState(text, text !== ''), [text]);
  useEffect(() => {
    window.__replica.state.thread = place.open?.id ?? '';
  }, [place]);
  const arrive = (next: Place): void => {
    setPlace(next);
    setText('');
    setOwn([]);
  };
  useEffect(() => {
    const follow = (): void => arrive(placeOf(location.pathname));
    addEventListener('popstate', follow);
    if (view.knobs.rerender !== 'every2s') return () => removeEventListener('popstate', follow);
    const timer = setInterval(() => setDraws((before) => before + 1), 2000);
    return () => {
      clearInterval(timer);
      removeEventListener('popstate', follow);
    };
    // The page view never changes within one document.
  }, []);
  const go = (path: string): void => {
    asPage(() => history.pushState(null, '', `${path}${location.search}`));
    arrive(placeOf(path));
  };
  const send = (isTrusted: boolean): void => {
    count(isTrusted ? 'sent' : 'forged', isTrusted, 'send');
    if (!isTrusted) return;
    window.__replica.state.sentTexts.push(text);
    setOwn([...own, text]);
    setText('');
  };
  return (
    <div className="tm-app">
      <MarketNav view={view} isOrders={place.isOrders} onGo={go} />
      {place.isOrders ? (
        <MarketOrders view={view} />
      ) : (
        <div className="tm-panes" key={draws}>
          <MarketInbox
            view={view}
            open={place.open}
            onOpen={(each, isTrusted) => {
              count('read', isTrusted, each.id);
              go(`/inbox/thread/${each.id}`);
            }}
          />
          {place.open ? (
            <MarketThread view={view} open={place.open} own={own}>
              <Composer view={view} text={text} onText={setText} onSend={send} />
            </MarketThread>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** The visitor's browser translates a moment after the page has come, and whatever the page draws later. */
function translate(view: PageView): void {
  const { to, translate: said } = marketTranslation(view);
  translatePage({ by: view.knobs.translated, lang: htmlLang(to), translate: said });
}

async function main(): Promise<void> {
  startLog();
  const view = readView();
  const root = document.getElementById('root');
  const { blocked, late, noise, translated } = view.knobs;
  if (!root || blocked !== 'none') return;
  if (noise === '1') startNoise();
  if (late > 0) await pause(late + Math.random() * 200);
  if (translated !== 'none') setTimeout(() => translate(view), 400);
  createRoot(root).render(<Market view={view} />);
  note('drawn', false, view.page);
}

void main();
