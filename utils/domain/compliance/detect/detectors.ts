import type { Span } from '../../text/span';
import type { DetectorSource, DetectorSources, PatternSource, Search } from './search';

const NOWHERE: readonly Span[] = [];

/** Finds places in a text or a line. */
export type Find = (text: string) => readonly Span[];

/** Finds places in a text without knowing its language. */
export interface Detector {
  readonly reads: DetectorSource['reads'];
  /** Whether it reads a whole message, all others reading line by line. */
  readonly spansLines: boolean;
  readonly find: Find;
  /** A cheaper way to read the lines of a text, once the whole was asked what they can hold; nothing if they can't. */
  readonly among: (text: string) => Find | undefined;
}

/** The cue class of a pack that lists the hosts a message may link to. */
export const ALLOWED_HOSTS = '@hosts';

/** The detectors of a pack by the name patterns use, `hosts` being the list of allowed link targets. */
export function detectors(sources: DetectorSources, hosts: readonly string[]): ReadonlyMap<string, Detector> {
  const isAllowed = hostList(hosts);
  return new Map(
    Object.entries(sources).map(([name, { reads, searches, hosts: rule, spansLines = false }]) => {
      const all = searches.map((search) => ({ run: toRun(search), mayFind: toQuestion(search) }));
      const finding =
        (some: typeof all): Find =>
        (text) => {
          let found = NOWHERE;
          for (const { run } of some) {
            const places = run(text);
            if (places.length > 0) found = [...found, ...places];
          }
          return rule === 'check' && found.length > 0
            ? found.filter(({ start, end }) => !isAllowed(hostOf(text.slice(start, end))))
            : found;
        };
      const among = (text: string): Find | undefined => {
        const live = all.filter(({ mayFind }) => mayFind(text));
        return live.length > 0 ? finding(live) : undefined;
      };
      return [name, { reads, spansLines, find: finding(all), among }];
    }),
  );
}

/** Asks a whole text at once what a search asks each line: line ends count as ends of the text. */
function toQuestion({ when, find, blank }: Search<PatternSource>): (text: string) => boolean {
  // What is blanked may part what would be one find, so such a pattern can only be asked of the line itself.
  const patterns = [when, blank ? undefined : find].flatMap((one) => (one ? [new RegExp(one[0], `${one[1]}m`)] : []));
  return (text) => patterns.every((pattern) => pattern.test(text));
}

const toPattern = ([source, flags]: PatternSource): RegExp => new RegExp(source, flags);
const toGlobal = ([source, flags]: PatternSource): RegExp => new RegExp(source, `g${flags}`);

/** Longest announcement of an address that is looked at. Units: UTF-16 code units. */
const BEFORE = 14;

function toRun(search: Search<PatternSource>): Find {
  const find = toGlobal(search.find);
  const when = search.when && toPattern(search.when);
  const trim = search.trim && toPattern(search.trim);
  const blank = search.blank?.map(toGlobal) ?? [];
  const keep = search.keep?.map(toPattern);
  const drop = search.drop?.map(toPattern);
  const dropped = search.unless && toPattern(search.unless.drop);
  const after = search.unless && toPattern(search.unless.after);
  return (text) => {
    if (when && !when.test(text)) return NOWHERE;
    let rest = text;
    for (const pattern of blank) rest = rest.replace(pattern, (part) => '\u0001'.repeat(part.length));
    // Nearly always the end: to go through all matches copies the pattern first.
    if (rest.search(find) < 0) return NOWHERE;
    return [...rest.matchAll(find)].flatMap(({ 0: whole, index: start }) => {
      const place = trim ? whole.replace(trim, '') : whole;
      const isLike = (pattern: RegExp): boolean => pattern.test(place);
      if (place === '' || drop?.some(isLike) || (keep && !keep.some(isLike))) return [];
      if (dropped?.test(place) && !after?.test(rest.slice(Math.max(0, start - BEFORE), start))) return [];
      return [{ start, end: start + place.length }];
    });
  };
}

const hostOf = (address: string): string =>
  address
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:\d+$/, '')
    .replace(/^.*@/, '');

/**
 * Says which hosts may be linked to. `dhl.*` stands for the name under any country ending,
 * so that `dhl.evil.com` is not taken for a carrier.
 */
function hostList(names: readonly string[]): (host: string) => boolean {
  const allowed = new Set(names);
  return (host) => {
    const labels = host.split('.');
    if (labels.some((_, at) => allowed.has(labels.slice(at).join('.')))) return true;
    const ending = /^(?:co|com|org|net)$/.test(labels.at(-2) ?? '') && labels.length > 2 ? 2 : 1;
    return allowed.has(`${labels.at(-ending - 1)}.*`) && (labels.at(-1) ?? '').length <= 4;
  };
}
