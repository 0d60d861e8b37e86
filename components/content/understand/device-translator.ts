import type { Lang } from '@/utils/domain/ids';
import { err, ok, type Result } from '@/utils/domain/result';

/** From one language into another. */
export interface LanguagePair {
  readonly from: Lang;
  readonly into: Lang;
}

/** Whether the browser can translate a pair: at once, after it has fetched its model, or not at all. */
export type Readiness = 'ready' | 'needs-download' | 'unable';

/** Why there is no translation. */
export type TranslationProblem = { readonly kind: 'cancelled' | 'failed' };

/** How a translation is followed and stopped. */
export interface TranslationRun {
  readonly signal: AbortSignal;
  /** What of the model has come, from 0 to 1. */
  readonly onProgress: (part: number) => void;
}

/** The browser's own translation; nothing leaves the device. */
export interface DeviceTranslator {
  readiness(pair: LanguagePair): Promise<Readiness>;
  /** Begins at once, for browsers fetch a model only in answer to a press. Errors: `cancelled`, `failed`. */
  translate(text: string, pair: LanguagePair, run: TranslationRun): Promise<Result<string, TranslationProblem>>;
  /** The language of a text as the browser sees it; null where it can't tell without fetching something. */
  detect(text: string): Promise<Lang | null>;
}

// The Translator and Language Detector APIs of Chrome 138 and Edge 148, as far as they are used here.
type Availability = 'available' | 'downloadable' | 'downloading' | 'unavailable';
interface PairOptions {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}
interface CreateOptions extends PairOptions {
  readonly signal: AbortSignal;
  readonly monitor: (monitor: EventTarget) => void;
}
interface TranslatorOfBrowser {
  translate(text: string, options: { readonly signal: AbortSignal }): Promise<string>;
  destroy(): void;
}
interface DetectorOfBrowser {
  detect(text: string): Promise<readonly { readonly detectedLanguage?: string; readonly confidence?: number }[]>;
  destroy(): void;
}

/** What a browser that translates has in its global scope. */
export interface TranslatingWorld {
  readonly Translator?: {
    availability(options: PairOptions): Promise<Availability>;
    create(options: CreateOptions): Promise<TranslatorOfBrowser>;
  };
  readonly LanguageDetector?: {
    availability(): Promise<Availability>;
    create(): Promise<DetectorOfBrowser>;
  };
}

/** Whether the browser has a translation of its own. */
export const hasDeviceTranslator = (world: TranslatingWorld = globalThis as TranslatingWorld): boolean =>
  typeof world.Translator?.create === 'function' && typeof world.Translator.availability === 'function';

/** A guess of the detector counts from here on. */
const SURE = 0.7;

const optionsOf = ({ from, into }: LanguagePair): PairOptions => ({ sourceLanguage: from, targetLanguage: into });

/** The browser's translator; null where there is none. */
export function deviceTranslator(world: TranslatingWorld = globalThis as TranslatingWorld): DeviceTranslator | null {
  const { Translator, LanguageDetector } = world;
  if (!Translator || !hasDeviceTranslator(world)) return null;
  return {
    async readiness(pair) {
      if (pair.from === pair.into) return 'unable';
      try {
        // The same options as below: a browser answers for exactly these.
        const found = await Translator.availability(optionsOf(pair));
        return found === 'available' ? 'ready' : found === 'unavailable' ? 'unable' : 'needs-download';
      } catch {
        // A page can forbid it to its frames; then there is nothing to offer.
        return 'unable';
      }
    },

    async translate(text, pair, { signal, onProgress }) {
      const monitor = (watched: EventTarget): void =>
        watched.addEventListener('downloadprogress', (event) =>
          onProgress(Math.min(1, Math.max(0, (event as ProgressEvent).loaded || 0))),
        );
      let translator: TranslatorOfBrowser | undefined;
      try {
        translator = await Translator.create({ ...optionsOf(pair), signal, monitor });
        const translated = await translator.translate(text, { signal });
        return signal.aborted ? err({ kind: 'cancelled' }) : ok(translated);
      } catch {
        return err({ kind: signal.aborted ? 'cancelled' : 'failed' });
      } finally {
        translator?.destroy();
      }
    },

    async detect(text) {
      if (!LanguageDetector) return null;
      try {
        if ((await LanguageDetector.availability()) !== 'available') return null;
        const detector = await LanguageDetector.create();
        const [best] = await detector.detect(text);
        detector.destroy();
        const { detectedLanguage, confidence = 0 } = best ?? {};
        return detectedLanguage !== undefined && detectedLanguage !== 'und' && confidence >= SURE
          ? detectedLanguage
          : null;
      } catch {
        return null;
      }
    },
  };
}
