/** Texts inside markup. */

// Signs that are none, and those that turn the direction of what follows them around.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it stands between tags and in attributes, whatever is in it. */
export const escaped = (text: string): string =>
  text.replace(UNSEEN, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
