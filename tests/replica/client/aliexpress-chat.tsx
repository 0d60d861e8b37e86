import { type ReactElement, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Chat, type ChatState } from '../aliexpress/chat';
import { asPage, count, note, setComposerState } from '../kit/log';
import { aliexpressThread, type AliexpressThread, aliexpressThreadKeys, type ReplicaMessage } from '../threads';
import type { PageView } from '../view';
import { pause, setHtml } from './dom';

const allSessions: readonly AliexpressThread[] = aliexpressThreadKeys.map(aliexpressThread);

// 400 to 1500 ms, as seen: the panel about the buyer is slower than the bubbles.
const panelDelayMs = (): number => 400 + Math.random() * 1100;

/** The row of a conversation for which a message has just come in. */
function withIncoming(thread: AliexpressThread): AliexpressThread {
  const last = thread.messages.at(-1);
  if (!last) return thread;
  return {
    ...thread,
    unread: thread.unread + 1,
    messages: [...thread.messages.slice(0, -1), { ...last, hoursAgo: 0 }],
  };
}

function useChat(view: PageView): {
  state: ChatState;
  text: string;
  setText: (text: string) => void;
  open: (thread: AliexpressThread) => void;
  addOwn: (text: string) => void;
} {
  const start = allSessions.find((thread) => thread.sessionId === view.query.session);
  const [state, setState] = useState<ChatState>({
    sessions: allSessions,
    ownMessages: [],
    composerKey: 0,
    ...(start ? { open: start } : {}),
  });
  const [text, setText] = useState('');
  const current = useRef(start);

  const showPanel = (thread: AliexpressThread): void => {
    // A slow answer for a conversation that is no longer open must not win.
    setTimeout(() => {
      if (current.current !== thread) return;
      note('panel', false, thread.key);
      setState((before) => ({ ...before, panel: thread }));
    }, panelDelayMs());
  };
  useEffect(() => {
    if (start) showPanel(start);
    window.__replica.state.thread = start?.key ?? '';
    if (view.knobs.incoming !== '1') return;
    let turn = 0;
    const timer = setInterval(() => {
      turn += 1;
      setState((before) => {
        const moved = before.sessions[turn % before.sessions.length];
        return moved
          ? {
              ...before,
              sessions: [withIncoming(moved), ...before.sessions.filter((each) => each !== moved)],
              toast: moved.buyer.name,
            }
          : before;
      });
      setTimeout(() => setState((before) => ({ ...before, toast: undefined })), 1500);
    }, 5000);
    return () => clearInterval(timer);
    // The page view never changes within one document.
  }, []);
  useEffect(() => setComposerState(text, text !== ''), [text]);

  return {
    state,
    text,
    setText,
    open(thread) {
      current.current = thread;
      window.__replica.state.thread = thread.key;
      const { onSwitch } = view.knobs;
      if (onSwitch !== 'keep') setText('');
      setState((before) => ({
        ...before,
        open: thread,
        ownMessages: [],
        composerKey: before.composerKey + (onSwitch === 'swap' ? 1 : 0),
      }));
      showPanel(thread);
    },
    addOwn(said) {
      const own: ReplicaMessage = {
        id: `own-${Date.now()}`,
        from: 'seller',
        hoursAgo: 0,
        lang: 'und',
        intent: 'seller',
        text: said,
      };
      setState((before) => ({ ...before, ownMessages: [...before.ownMessages, own] }));
    },
  };
}

function ChatPage({ view }: { readonly view: PageView }): ReactElement {
  const { state, text, setText, open, addOwn } = useChat(view);
  const send = (isTrusted: boolean): void => {
    if (text === '') return;
    if (!isTrusted) {
      count('forged', false, 'send');
      return;
    }
    count('sent', true);
    window.__replica.state.sentTexts.push(text);
    addOwn(text);
    setText('');
  };
  return (
    <Chat
      state={state}
      text={text}
      view={view}
      actions={{
        onText: setText,
        onInputEvent: (isTrusted) => count('input', isTrusted),
        onSend: send,
        onOpen: (thread, isTrusted) => {
          count('read', isTrusted, thread.key);
          open(thread);
        },
      }}
    />
  );
}

/** Real addresses never name the session, so ours forgets it as soon as it is read. */
function forgetSession(hash: string): void {
  if (location.protocol === 'about:') return;
  const url = new URL(location.href);
  url.searchParams.delete('session');
  url.hash = hash;
  asPage(() => history.replaceState(null, '', url.href));
}

/** Tidies the address of the chat before anything is drawn. */
export function openChatAddress(view: PageView): void {
  forgetSession(view.knobs.route === 'hash' ? '#/settings' : '#/window');
}

/** Brings the message centre to life. */
export async function startChat(view: PageView, root: HTMLElement): Promise<void> {
  if (view.knobs.route === 'hash') {
    setHtml(root, '<div class="card"><h1>Settings</h1></div>');
    await pause(800);
    forgetSession('#/window');
    root.replaceChildren();
  }
  createRoot(root).render(<ChatPage view={view} />);
}
