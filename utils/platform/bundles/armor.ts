import type { Bytes, Chunks } from './streams';

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';
/** Every line but the last has this many characters of base64. */
const LINE = 64;
/** White space that may stand before or after, as pasting from a mail leaves it. Units: characters. */
const MOST_BLANKS = 1024;

/** Whether a file begins as armored age does, after blanks. */
export const isArmored = (head: string): boolean => head.trimStart().startsWith(BEGIN);

/** How much of a file to look at before `isArmored` can say no. Units: bytes. */
export const armorHeadBytes = MOST_BLANKS + BEGIN.length;

const bytesOf = (base64: string): Bytes => {
  const decoded = atob(base64);
  // Two spellings of the same bytes would be two files that open as one.
  if (btoa(decoded) !== base64) throw new SyntaxError('base64 that is not canonical');
  return Uint8Array.from(decoded, (letter) => letter.charCodeAt(0));
};

const assertThat = (isTrue: boolean): void => {
  if (!isTrue) throw new SyntaxError('not the armor of age');
};

/** Takes the lines of the armor one after the other and gives the base64 in them. */
const createArmor = () => {
  let place: 'before' | 'inside' | 'last' | 'after' = 'before';
  return {
    take: (line: string): string => {
      if (place === 'before' || place === 'after') {
        if (line.trim() === '') return '';
        assertThat(place === 'before' && line.trimStart() === BEGIN);
        place = 'inside';
        return '';
      }
      if (line.trimEnd() === END) {
        place = 'after';
        return '';
      }
      assertThat(place === 'inside' && line !== '' && line.length <= LINE);
      if (line.length < LINE || line.endsWith('=')) place = 'last';
      return line;
    },
    isWhole: (): boolean => place === 'after',
  };
};

/**
 * Takes the armor off an age file, in parts: the library only takes it off a whole file in one text.
 *
 * Errors: throws a SyntaxError or DOMException where it is not exactly the armor of age.
 */
export async function* withoutArmor(chunks: Chunks): AsyncGenerator<Bytes> {
  const ascii = new TextDecoder('utf-8', { fatal: true });
  const armor = createArmor();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + ascii.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    assertThat(rest.length <= MOST_BLANKS);
    const base64 = lines.map((line) => armor.take(line.endsWith('\r') ? line.slice(0, -1) : line)).join('');
    if (base64 !== '') yield bytesOf(base64);
  }
  // Only the last line of the armor may lack its line feed, and that one holds nothing.
  armor.take(rest.endsWith('\r') ? rest.slice(0, -1) : rest);
  assertThat(armor.isWhole());
}
