import type { Port } from '@/utils/platform/messaging/protocol';

type Listener = (...args: never[]) => void;

const listeners = () => {
  const all: Listener[] = [];
  return {
    addListener: (listener: Listener) => void all.push(listener),
    tell: (...args: unknown[]) => all.forEach((one) => one(...(args as never[]))),
  };
};

export interface WireOptions {
  readonly name: string;
  readonly origin?: string;
}

/** Two joined ports. Messages are cloned and arrive later, as between two processes; `cut` is the worker being stopped. */
export const aWire = ({ name, origin }: WireOptions) => {
  const [inPage, inBackground] = [
    { message: listeners(), disconnect: listeners() },
    { message: listeners(), disconnect: listeners() },
  ];
  let isOpen = true;
  const post = (to: typeof inPage) => (message: unknown) => {
    if (!isOpen) throw new Error('Attempting to use a disconnected port object');
    const copy = structuredClone(message);
    queueMicrotask(() => isOpen && to.message.tell(copy));
  };
  const end = (...sides: (typeof inPage)[]) => {
    if (!isOpen) return;
    isOpen = false;
    for (const side of sides) side.disconnect.tell();
  };
  const page: Port = {
    name,
    onMessage: inPage.message,
    onDisconnect: inPage.disconnect,
    postMessage: post(inBackground),
    disconnect: () => end(inBackground),
  };
  const background: Port = {
    name,
    ...(origin === undefined ? {} : { sender: { origin, tab: { id: 7 } } }),
    onMessage: inBackground.message,
    onDisconnect: inBackground.disconnect,
    postMessage: post(inPage),
    disconnect: () => end(inPage),
  };
  return {
    page,
    background,
    /** The worker stops: both sides hear it. */
    cut: () => end(inPage, inBackground),
    /** The page goes to sleep: nobody is told. */
    fallSilent: () => (isOpen = false),
  };
};
