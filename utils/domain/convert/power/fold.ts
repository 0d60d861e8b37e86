/** Letters whose accent is not a separate mark, and Arabic letters that are written one for the other. */
const ALIKE: Readonly<Record<string, string>> = { ł: 'l', ı: 'i', İ: 'i', ø: 'o', đ: 'd', æ: 'æ', ё: 'е', Ё: 'е', أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ة: 'ه', '’': "'", '‘': "'", ʼ: "'", '\u00a0': ' ', '\u202f': ' ', '\u3000': ' ', '\n': ' ', '\t': ' ', '‑': ' ', '–': ' ' }; // prettier-ignore

const known = new Map<string, string>();

function foldUnit(unit: string): string {
  const alike = ALIKE[unit];
  if (alike !== undefined) return alike;
  const lower = unit.toLowerCase();
  const low = lower.length === 1 ? lower : unit;
  if (ALIKE[low] !== undefined) return ALIKE[low];
  const code = low.charCodeAt(0);
  // Only Latin letters lose their accent: й is no и, and Hangul would fall apart.
  if (code >= 0xc0 && code <= 0x24f) return low.normalize('NFD').charAt(0);
  // Full-width letters.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  return low;
}

/** Lower case without accents and hyphens ("Etats Unis"), unit for unit, so that offsets stay those of the text as given. */
export function fold(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] as string;
    const code = unit.charCodeAt(0);
    if (code < 0x80) {
      out +=
        code >= 65 && code <= 90
          ? String.fromCharCode(code + 32)
          : code === 10 || code === 9 || code === 45
            ? ' '
            : unit;
      continue;
    }
    let folded = known.get(unit);
    if (folded === undefined) {
      folded = foldUnit(unit);
      // Some thousand letters at most; a hostile page shall not fill the memory.
      if (known.size < 4000) known.set(unit, folded);
    }
    out += folded;
  }
  return out;
}

/** Writing without spaces between words, where a name has no visible edge. */
export const isSpaceless = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af);

const LETTER = /\p{L}|\p{M}/u;
/** Whether a unit of a folded text belongs to a word. */
export function isLetter(unit: string | undefined): boolean {
  if (unit === undefined) return false;
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code >= 97 && code <= 122;
  return LETTER.test(unit);
}
