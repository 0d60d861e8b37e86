import type { Lang } from '@/utils/domain/ids';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import type { Span } from '@/utils/domain/text/span';
import type { Composer } from '@/utils/page/composer';
import type { Notice } from '../model';
import { isSameThread, takeSnapshot } from './snapshot';
import type { Stacked } from './stacking';

export interface InsertionOptions {
  readonly adapter: MarketAdapter;
  /** The conversation the agent saw when asking; another one on the page now cancels the insertion. */
  readonly expectedKey: string;
  readonly text: string;
  /** A reply begins a paragraph of its own; a sentence goes on where the caret stands. */
  readonly kind?: 'sentence' | undefined;
  /** Where a reply goes in a message that holds another one; null where it is the first. */
  readonly stack?: ((present: string) => Stacked | null) | undefined;
  /** Language of a sentence out of a reply: its first letter may need a capital here. */
  readonly lang?: Lang | undefined;
  /** Gives the composer around a native field; the same one for the same field. */
  readonly composerOf: (field: HTMLElement) => Composer;
}

/** Puts a text on the clipboard; the browser allows it because a key or a click of the agent asked for it. */
export async function copyText(text: string, why: 'not-taken' | 'no-composer' | 'asked'): Promise<Notice> {
  try {
    await navigator.clipboard.writeText(text);
    return { kind: 'copied', why };
  } catch {
    return { kind: 'copy-failed' };
  }
}

/** What the page or the agent puts into an empty box meanwhile must stay: only blank text is ever replaced. */
const modeFor = (present: string): 'append' | 'replace' | 'at-caret' =>
  present === '' ? 'append' : present.trim() === '' ? 'replace' : 'at-caret';

/** Replies stack: a second one starts a new paragraph after the first. */
function spaced(text: string, present: string): string {
  if (present.trim() === '') return text;
  return present.endsWith('\n') ? text : `\n\n${text}`;
}

/** Chinese and Japanese put no space between sentences. */
const UNSPACED = /^[\u3040-\u9fff]/;

/** Where a sentence begins: after nothing, or after the end of another one. */
const BEGINS = /(?:^|[.!?…][\s"”»)]*)$/;

/**
 * A sentence with the spaces it needs between the words around the caret, and with the capital it needs where a sentence begins: in a
 * reply it may have followed "Guten Tag,".
 */
function fitted({ text: sentence, lang }: InsertionOptions, present: string, { start, end }: Span): string {
  const text =
    lang && BEGINS.test(present.slice(0, start))
      ? sentence.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(lang))
      : sentence;
  const gap = (beside: string): string => (/^\s?$/.test(beside) || UNSPACED.test(text) ? '' : ' ');
  return `${gap(present.slice(0, start).slice(-1))}${text}${gap(present.charAt(end))}`;
}

const isStillOpen = ({ adapter, expectedKey }: InsertionOptions): boolean =>
  isSameThread(expectedKey, takeSnapshot(adapter, document, new URL(location.href))?.thread?.key);

/**
 * Inserts a text into the page's own composer and says what came of it.
 * The page is read again right before, and after every wait on the way: a conversation that was switched in the
 * meantime must not get another buyer's reply.
 */
export async function insertText(options: InsertionOptions): Promise<Notice> {
  const { adapter, expectedKey, text, composerOf } = options;
  let written: string | undefined;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const now = takeSnapshot(adapter, document, new URL(location.href));
    if (!isSameThread(expectedKey, now?.thread?.key)) return { kind: 'thread-switched' };
    if (!now?.composer) return copyText(text, 'no-composer');
    const composer = composerOf(now.composer);
    const present = composer.read();
    // The page exchanged its field after it had taken the text: there is nothing left to insert.
    if (written !== undefined && present === written) return { kind: 'inserted', how: 'typed' };
    const stacked = options.stack?.(present) ?? null;
    if (typeof stacked?.at === 'number') composer.select({ start: stacked.at, end: stacked.at });
    const spacedText =
      stacked?.text ?? (options.kind ? fitted(options, present, composer.caret()) : spaced(text, present));
    const done = await composer.insert(spacedText, modeFor(present), () => isStillOpen(options));
    if (done.ok) return { kind: 'inserted', how: done.value.how === 'typed' ? 'typed' : 'set' };
    switch (done.error.kind) {
      case 'gone':
        written = done.error.after;
        continue;
      case 'overtaken':
        return { kind: 'thread-switched' };
      case 'too-long':
        return { kind: 'too-long', over: done.error.over, limit: done.error.limit };
      case 'composing':
        return { kind: 'composing' };
      case 'disabled':
        return copyText(text, 'no-composer');
      case 'not-taken':
        return copyText(text, 'not-taken');
    }
  }
  return { kind: 'composer-gone' };
}
