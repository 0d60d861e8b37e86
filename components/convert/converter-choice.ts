import type { Audience } from '@/utils/domain/convert/sizes/shoe';

/** The choice of numbers without sentences: no language is named. */
export const NEUTRAL = 'und';

const KEY = 'converterChoice';

/** What the person chose last; kept so that the next query starts the same. */
export interface ConverterChoice {
  readonly audience: Audience | null;
  readonly replyLang: string;
}

const AUDIENCES: readonly Audience[] = ['women', 'men', 'kids', 'unisex'];
const FIRST: ConverterChoice = { audience: null, replyLang: 'en' };

/**
 * Reads the last choice from the extension pages' own `localStorage`: it is there before the first paint, and no
 * content script can read it.
 */
export function readConverterChoice(pageStorage: Storage): ConverterChoice {
  try {
    const kept = JSON.parse(pageStorage.getItem(KEY) ?? 'null') as Partial<ConverterChoice> | null;
    const audience = AUDIENCES.find((name) => name === kept?.audience) ?? null;
    const replyLang =
      typeof kept?.replyLang === 'string' && /^[a-z]{2,3}$/.test(kept.replyLang) ? kept.replyLang : FIRST.replyLang;
    return { audience, replyLang };
  } catch {
    // Storage switched off or another version's text: the first choice is as good.
    return FIRST;
  }
}

/** Keeps the choice for the next time. */
export function keepConverterChoice(choice: ConverterChoice, pageStorage: Storage): void {
  try {
    pageStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Storage full or switched off: only the convenience of remembering is lost.
  }
}
