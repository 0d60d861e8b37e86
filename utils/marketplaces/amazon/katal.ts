/** Shadow hosts worth asking before any walk: those that hold links and text boxes. */
export const KATAL_HOSTS = 'kat-textarea,kat-link,kat-box,kat-tooltip,kat-modal';

/** Attributes in which Katal components keep visible text. */
export const KATAL_TEXT: Readonly<Record<string, readonly string[]>> = {
  'kat-link': ['label'],
  'kat-label': ['text'],
  'kat-button': ['label'],
  'kat-alert': ['header', 'description'],
  'kat-radiobutton': ['label'],
};
