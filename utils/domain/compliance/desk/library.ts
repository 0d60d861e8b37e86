/** Reads a library of message texts out of JSON, lines of cells and plain text; what it is written in does not matter. */
import { err, ok, type Result } from '../../result';

/** One text of a library. */
export interface LibraryEntry {
  /** What it is called there; empty where it has no name. */
  readonly name: string;
  /** Language as the file says it; empty where it says none. */
  readonly lang: string;
  readonly text: string;
}

/** Why a file is no library; shown as `rules.bench.problem.<kind>`. */
export type LibraryProblem =
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'workbook' }
  | { readonly kind: 'unreadable' };

/** Largest file. Units: bytes. */
export const LARGEST_LIBRARY = 5_000_000;
/** Most texts of a library. */
export const MOST_ENTRIES = 10_000;
const LONGEST_NAME = 120;
const DEEPEST = 6;

type Read = Result<readonly LibraryEntry[], LibraryProblem>;

const LANG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;
const langIn = (value: string): string => (LANG.test(value.trim()) ? value.trim().replaceAll('_', '-') : '');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const checked = (entries: readonly LibraryEntry[]): Read => {
  const filled = entries.filter(({ text }) => text.trim() !== '');
  if (filled.length === 0) return err({ kind: 'empty' });
  if (filled.length > MOST_ENTRIES) return err({ kind: 'too-many', limit: MOST_ENTRIES });
  return ok(filled.map((entry) => ({ ...entry, name: entry.name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) })));
};

/** Splits plain text at lines of `---` when there are any, else at blank lines. */
export function readLibraryText(source: string): Read {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const ruler = /^[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$/m;
  const parts = ruler.test(text) ? text.split(new RegExp(ruler.source, 'gm')) : text.split(/\n[ \t]*\n/);
  return checked(parts.map((part) => ({ name: '', lang: '', text: part.trim() })));
}

const TEXT_NAMES =
  /^(?:text|texts|message|messages|body|content|template|reply|answer|正文|内容|消息|模板|回复|文本)$/i;
const NAME_NAMES = /^(?:name|title|subject|id|key|code|template[_ -]?id|template[_ -]?name|名称|标题|编号)$/i;
const LANG_NAMES = /^(?:lang|language|locale|sprache|idioma|langue|lingua|语言|語言)$/i;

/** Which of the values is the message: the one that is called so, else the longest. */
const textAt = (names: readonly string[], lengths: readonly number[]): number => {
  const named = names.findIndex((name) => TEXT_NAMES.test(name.trim()));
  return named >= 0 ? named : lengths.indexOf(Math.max(...lengths));
};

/** Reads lines of cells. A first line that names a column of texts is a heading; without one the longest column is read. */
export function readLibraryCells(lines: readonly (readonly string[])[]): Read {
  const rows = lines.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const [first = [], ...rest] = rows;
  const hasHead =
    rest.length > 0 &&
    first.some((cell) => [TEXT_NAMES, NAME_NAMES, LANG_NAMES].some((known) => known.test(cell.trim())));
  const body = hasHead ? rest : rows;
  const head = hasHead ? first : [];
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (width === 0) return err({ kind: 'empty' });
  const lengths = Array.from({ length: width }, (_, at) =>
    body.reduce((sum, cells) => sum + (cells[at]?.length ?? 0), 0),
  );
  const at = textAt(
    Array.from({ length: width }, (_, index) => head[index] ?? ''),
    lengths,
  );
  const named = head.findIndex((name) => NAME_NAMES.test(name.trim()));
  const lang = head.findIndex((name) => LANG_NAMES.test(name.trim()));
  return checked(
    body.map((cells) => ({
      name: cells[named] ?? '',
      lang: langIn(cells[lang] ?? ''),
      text: (cells[at] ?? '').trim(),
    })),
  );
}

/** A template as Parley ships it: each language's blocks in their order. */
function fromParley(template: Readonly<Record<string, unknown>>): readonly LibraryEntry[] | null {
  const { id, blocks, languages } = template;
  if (!Array.isArray(blocks) || !isObject(languages)) return null;
  const name = typeof id === 'string' ? id : '';
  return Object.entries(languages).flatMap(([lang, written]) => {
    const texts = isObject(written) && isObject(written['texts']) ? written['texts'] : {};
    const text = (blocks as readonly unknown[])
      .flatMap((block) => {
        const own = isObject(block) && typeof block['id'] === 'string' ? texts[block['id']] : undefined;
        if (typeof own !== 'string' || !isObject(block)) return [];
        return [(typeof block['before'] === 'string' ? block['before'] : ' ') + own];
      })
      .join('');
    return [{ name, lang: langIn(lang), text: text.trim() }];
  });
}

function fromObject(one: Readonly<Record<string, unknown>>, depth: number, name: string): readonly LibraryEntry[] {
  const parley = fromParley(one);
  if (parley) return parley;
  const strings = Object.entries(one).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const named = strings.find(([key]) => NAME_NAMES.test(key));
  const lang = strings.find(([key]) => LANG_NAMES.test(key));
  const others = strings.filter((entry) => entry !== named && entry !== lang);
  const own = others.find(([key]) => TEXT_NAMES.test(key));
  const title = named?.[1] ?? name;
  if (own) return [{ name: title, lang: langIn(lang?.[1] ?? ''), text: own[1].trim() }];
  // A map of names or languages to texts, or something around the texts.
  return [
    ...others.map(([key, text]) => ({
      name: title === '' ? key : `${title} ${key}`,
      lang: langIn(key),
      text: text.trim(),
    })),
    ...Object.entries(one).flatMap(([key, value]) =>
      typeof value === 'string' ? [] : fromJson(value, depth + 1, Array.isArray(value) ? name : key),
    ),
  ];
}

function fromJson(value: unknown, depth: number, name: string): readonly LibraryEntry[] {
  if (depth > DEEPEST) return [];
  if (typeof value === 'string') return [{ name, lang: '', text: value.trim() }];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => fromJson(one, depth + 1, name));
  return isObject(value) ? fromObject(value, depth, name) : [];
}

/** Reads JSON: lists of texts or objects, maps of names to texts, and Parley's own templates, at any depth a person writes. */
export function readLibraryJson(source: string): Read {
  try {
    return checked(fromJson(JSON.parse(source.replace(/^\ufeff/, '')) as unknown, 0, ''));
  } catch {
    // SyntaxError: told as such.
    return err({ kind: 'not-json' });
  }
}
