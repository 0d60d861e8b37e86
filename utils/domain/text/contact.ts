/** A day in figures, which is no telephone number. */
const DAY = /\b(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})\b/g;
/** Figures with their unit: `220-240 V`, `120 x 60 x 75 cm`. */
const MEASURE =
  /(?<![\d.,-])\d{1,5}(?:[.,]\d{1,2})?(?:\s?[-–x×/]\s?\d{1,5}(?:[.,]\d{1,2})?)*\s?(?:[munk]?[vwagl]|m?ah|k?wh|k?hz|k?g|[mck]?m|in|lm|lb|oz|°c|%)(?![a-z])/gi;
const MAIL = /[@＠]/;
/** Seven figures and more, with what is written between the figures of a telephone number. */
const PHONE = /\d(?:[\s().-]{0,3}\d){6,}/;

/** Whether a text may hold somebody's e-mail address or telephone number; long numbers of other kinds count as one. */
export const mayHoldContact = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(/[‐‑‒–−]/g, '-');
  return MAIL.test(plain) || PHONE.test(plain.replace(DAY, '|').replace(MEASURE, '|'));
};
