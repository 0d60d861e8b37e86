/** A field with a `value`. */
export type NativeField = HTMLTextAreaElement | HTMLInputElement;

/** What a text box is, as far as writing into it is concerned. */
export type FieldKind = 'textarea' | 'input' | 'editable';

// Only these input types have a text selection.
const TEXT_INPUTS = new Set(['text', 'search', 'url', 'tel']);

/** Tells a native field from an editable element; by name and not by class, because fields of a frame have classes of their own. */
export const isNative = (field: Element): field is NativeField =>
  field.localName === 'textarea' || field.localName === 'input';

/** Names the kind of a text box; null when text cannot be written into it. */
export const fieldKind = (field: HTMLElement): FieldKind | null => {
  if (field.localName === 'textarea') return 'textarea';
  if (isNative(field)) return TEXT_INPUTS.has(field.type) ? 'input' : null;
  return field.isContentEditable ? 'editable' : null;
};

const isShown = (field: HTMLElement): boolean => {
  // Auto-growing boxes keep an invisible twin for measuring; it says so to screen readers.
  if (field.getAttribute('aria-hidden') === 'true') return false;
  if (!field.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const box = field.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
};

const isLocked = (field: HTMLElement): boolean =>
  field.getAttribute('aria-disabled') === 'true' ||
  field.getAttribute('aria-readonly') === 'true' ||
  (isNative(field) && (field.readOnly || field.matches(':disabled')));

/** Whether the agent could type here now: attached, shown, neither disabled nor read-only. */
export const canWrite = (field: HTMLElement): boolean =>
  field.isConnected && fieldKind(field) !== null && !isLocked(field) && isShown(field);

/** Longest text the field itself takes, in UTF-16 units; Infinity when it sets no limit. */
export const ownLimit = (field: HTMLElement): number =>
  isNative(field) && field.maxLength >= 0 ? field.maxLength : Infinity;
