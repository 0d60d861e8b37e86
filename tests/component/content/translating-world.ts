import type { TranslatingWorld } from '@/components/content/understand/device-translator';

type Translator = NonNullable<TranslatingWorld['Translator']>;
type Pair = Parameters<Translator['availability']>[0];
type Availability = Awaited<ReturnType<Translator['availability']>>;

/** How the browser of a test behaves. */
interface WorldOptions {
  readonly availability?: Availability;
  /** Parts of the model that come before the translation. */
  readonly progress?: readonly number[];
  /** Waits until it is stopped. */
  readonly isEndless?: boolean;
  readonly isBroken?: boolean;
  /** A page's policy keeps its frames from it. */
  readonly isForbidden?: boolean;
  readonly detected?: { readonly detectedLanguage: string; readonly confidence: number };
  readonly detector?: Availability;
}

/** A browser with a translator that writes the language before the text. */
export function aTranslatingWorld(options: WorldOptions = {}) {
  const { availability = 'available', progress = [], isEndless = false, isBroken = false, detected } = options;
  const asked: Pair[] = [];
  const created: Pair[] = [];
  let destroyed = 0;
  const untilStopped = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
  const world: TranslatingWorld = {
    Translator: {
      async availability(pair) {
        asked.push(pair);
        if (options.isForbidden) throw new Error('forbidden');
        return availability;
      },
      async create({ signal, monitor, ...pair }) {
        created.push(pair);
        const watched = new EventTarget();
        monitor(watched);
        for (const loaded of progress)
          watched.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded, total: 1 }));
        if (isEndless) return untilStopped(signal);
        if (isBroken) throw new Error('no space');
        return {
          translate: async (text) => `[${pair.targetLanguage}] ${text}`,
          destroy: () => void (destroyed += 1),
        };
      },
    },
    ...(detected && {
      LanguageDetector: {
        availability: async () => options.detector ?? 'available',
        create: async () => ({ detect: async () => [detected], destroy: () => undefined }),
      },
    }),
  };
  return { world, asked, created, destroyed: () => destroyed };
}
