import { createRoot } from 'react-dom/client';
import { useEffect, useReducer } from 'react';
import { TranslateProvider, type Translate } from '@/components/ui/translate';
import type { ContentClient } from '@/utils/client/content-client';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import { createPageWords } from '@/utils/platform/i18n/page-words';
import { Assistant } from '../assistant';
import { variableLabel } from '../labels';
import type { AssistantModel } from '../model';
import type { PageWordsPart } from '../parts/offered-parts';
import { PartSlot } from '../parts/part-slot';
import { createPageHost } from './host';
import { emptyModel } from './empty-model';
import { placeHost } from './place';
import { startSession, type Session } from './session';
import { listenForPaletteKey, listenForShortcuts } from './shortcuts';
import { createStore, type Store } from './store';

export interface AssistantOptions {
  /** Says when the interface has to end; a content script's own context does. */
  readonly ctx: { readonly onInvalidated: (end: () => void) => unknown };
  readonly adapter: MarketAdapter;
  readonly css: string;
  readonly connect: (onGone: () => void) => ContentClient;
  /** Lets the popup insert into the composer of this document. */
  readonly serveInserts: (signal: AbortSignal, insert: Session['insertFromOutside']) => void;
  /** Opens the palette for a key the agent chose in the browser's settings. */
  readonly serveFinds: (signal: AbortSignal, find: () => void) => void;
  /** Whether the bar was left collapsed, and how to remember it. */
  readonly collapsed: { readonly read: () => Promise<boolean>; readonly write: (collapsed: boolean) => void };
}

interface Words {
  translate: Translate;
}

interface AppProps {
  readonly store: Store<AssistantModel>;
  readonly words: Words;
  readonly session: Session;
  /** Where the page shows words that Parley marks. */
  readonly marked: PageWordsPart;
}

function App({ store, words, session, marked }: AppProps) {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  useEffect(() => {
    const stop = store.subscribe(redraw);
    // An answer can be faster than this first effect, and nothing would tell of it again.
    redraw();
    return stop;
  }, [store]);
  const model = store.get();
  return (
    <TranslateProvider value={words.translate}>
      <Assistant model={model} actions={session.actions} />
      {model.conversions.length > 0 && <PartSlot name="words" model={model} actions={session.actions} words={marked} />}
      {model.check.findings.length > 0 && (
        <PartSlot name="finding" model={model} actions={session.actions} words={marked} />
      )}
    </TranslateProvider>
  );
}

/**
 * Starts Parley in one document: mounts the interface, follows the conversation, listens for its keys.
 * Everything ends with the content script's context; when the extension was reloaded the old interface removes itself.
 */
export function startAssistant({
  ctx,
  adapter,
  css,
  connect,
  serveInserts,
  serveFinds,
  collapsed,
}: AssistantOptions): void {
  const life = new AbortController();
  const end = () => life.abort();
  ctx.onInvalidated(end);
  const { signal } = life;
  const store = createStore(emptyModel(navigator.language));
  const words: Words = { translate: () => '' };
  const client = connect(end);
  const host = createPageHost(css, signal);
  const root = createRoot(host.container);
  let present = false;

  const show = (visible: boolean) => {
    present = visible;
    if (!visible) return host.element.remove();
    host.element.dataset['health'] = store.get().health;
    placeHost(host.element, adapter);
  };
  const session = startSession({
    adapter,
    client,
    store,
    signal,
    layer: host.marks,
    labelOf: (variable) => variableLabel(words.translate, variable),
    onStrings: ({ entries }) => {
      if (entries) words.translate = createPageWords(entries, store.get().uiLang);
    },
    onPresence: show,
    isPlaced: () => !present || host.element.isConnected,
    rememberCollapsed: collapsed.write,
  });
  signal.addEventListener(
    'abort',
    () => {
      root.unmount();
      client.dispose();
    },
    { once: true },
  );
  store.subscribe(() => {
    host.element.dataset['health'] = store.get().health;
  });
  listenForShortcuts(signal, (index) => {
    if (!present || store.get().collapsed || !store.get().suggestions[index]) return false;
    session.actions.insertSuggestion(index);
    return true;
  });
  const find = (): boolean => {
    const { phase, collapsed: isCollapsed, palette, watchingUntil } = store.get();
    if (!present || isCollapsed || phase !== 'ready' || watchingUntil !== null) return false;
    session.actions.showPalette(palette === 'reply' ? 'sentence' : 'reply');
    return true;
  };
  listenForPaletteKey(signal, find);
  serveFinds(signal, find);
  serveInserts(signal, session.insertFromOutside);
  const marked = {
    layer: host.marks,
    texts: session.texts,
    findingAt: (x: number, y: number) => session.desk.findingAt(x, y),
  };
  void collapsed.read().then((isCollapsed) => store.set({ collapsed: isCollapsed }));
  root.render(<App store={store} words={words} session={session} marked={marked} />);
}
