/** Alt with 1, 2 or 3, by the place of the key and not by what it types: Option+1 is "¡" on a Mac. */
const DIGITS: Readonly<Record<string, number>> = {
  Digit1: 0,
  Digit2: 1,
  Digit3: 2,
  Numpad1: 0,
  Numpad2: 1,
  Numpad3: 2,
};

/**
 * Which suggestion a key press asks for, or null for every other key.
 * AltGr types characters on many layouts and reports Ctrl+Alt, so both are left alone; so is anything an input method composes.
 */
export function suggestionOfKey(event: KeyboardEvent): number | null {
  const plainAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!plainAlt || event.isComposing || event.keyCode === 229 || event.getModifierState('AltGraph')) return null;
  return DIGITS[event.code] ?? null;
}

/** Listens for Alt+1/2/3 in the whole page, the composer included, before the page does. */
export function listenForShortcuts(signal: AbortSignal, insert: (index: number) => boolean): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const index = event.isTrusted ? suggestionOfKey(event) : null;
      if (index === null || !insert(index)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
}
