/** Alt with 1, 2 or 3, by the place of the key and not by what it types: Option+1 is "¡" on a Mac. */
const DIGITS: Readonly<Record<string, number>> = {
  Digit1: 0,
  Digit2: 1,
  Digit3: 2,
  Numpad1: 0,
  Numpad2: 1,
  Numpad3: 2,
};

/** Which place of the keyboard was pressed with Alt, or with Shift and Alt; null where another modifier or an input method has a say. */
function altCode(event: KeyboardEvent): string | null {
  const plainAlt = event.altKey && !event.ctrlKey && !event.metaKey;
  if (!plainAlt || event.isComposing || event.keyCode === 229 || event.getModifierState('AltGraph')) return null;
  return event.shiftKey ? `Shift+${event.code}` : event.code;
}

/**
 * Which suggestion a key press asks for, or null for every other key.
 * AltGr types characters on many layouts and reports Ctrl+Alt, so both are left alone; so is anything an input method composes.
 */
export const suggestionOfKey = (event: KeyboardEvent): number | null => DIGITS[altCode(event) ?? ''] ?? null;

/** Hears keys in the whole page, the composer included, before the page does; those that `take` takes go no further. */
function listenForKeys(signal: AbortSignal, take: (event: KeyboardEvent) => boolean): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !take(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
}

/** Listens for Alt+1/2/3. */
export const listenForShortcuts = (signal: AbortSignal, insert: (index: number) => boolean): void =>
  listenForKeys(signal, (event) => {
    const index = suggestionOfKey(event);
    return index !== null && insert(index);
  });

/**
 * Listens for Alt+0, the conversion. A digit as the replies have: letters type characters that agents need on a Mac
 * (Option+C is "ç"), the other digits change tabs on Linux, and Alt with the 0 of the number pad begins a character on Windows.
 */
export const listenForConversionKey = (signal: AbortSignal, insert: () => void): void =>
  listenForKeys(signal, (event) => altCode(event) === 'Digit0' && (insert(), true));

/** Listens for Alt+K, "find a reply", and the same again for a sentence; a letter Macs type nothing needed with. */
export const listenForPaletteKey = (signal: AbortSignal, open: () => boolean): void =>
  listenForKeys(signal, (event) => altCode(event) === 'KeyK' && open());

/**
 * Listens for Shift+Alt+U, "understand": what was written, explained; types nothing needed on a Mac, as Option+U does. Hands
 * over where the key was pressed, through open shadow roots, for the way back.
 */
export const listenForMeaningKey = (signal: AbortSignal, open: (from: EventTarget | undefined) => boolean): void =>
  listenForKeys(signal, (event) => altCode(event) === 'Shift+KeyU' && open(event.composedPath()[0]));

/** Listens for Shift+Alt+P, "report a problem"; hands over where the key was pressed, for the way back. */
export const listenForReportKey = (signal: AbortSignal, open: (from: EventTarget | undefined) => void): void =>
  listenForKeys(signal, (event) => altCode(event) === 'Shift+KeyP' && (open(event.composedPath()[0]), true));

/** Listens for Shift+Alt+K, "keep for this product", while that is asked. */
export const listenForKeepKey = (signal: AbortSignal, keep: () => void): void =>
  listenForKeys(signal, (event) => altCode(event) === 'Shift+KeyK' && (keep(), true));
