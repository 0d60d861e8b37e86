import type { Span } from '../../text/span';
import type { DetectorSource, DetectorSources, PatternSource, Search } from './search';

/** Finds places in a text without knowing its language. */
export interface Detector {
  readonly reads: DetectorSource['reads'];
  find(text: string): readonly Span[];
}

/** The cue class of a pack that lists the hosts a message may link to. */
export const ALLOWED_HOSTS = '@hosts';

/** The detectors of a pack by the name patterns use, `hosts` being the list of allowed link targets. */
export function detectors(sources: DetectorSources, hosts: readonly string[]): ReadonlyMap<string, Detector> {
  const isAllowed = hostList(hosts);
  return new Map(
    Object.entries(sources).map(([name, { reads, searches, hosts: rule, spansLines }]) => {
      const runs = searches.map(toRun);
      const find = (text: string): readonly Span[] =>
        runs
          .flatMap((run) => run(text))
          .filter(({ start, end }) => rule !== 'check' || !isAllowed(hostOf(text.slice(start, end))));
      return [name, { reads, find: spansLines ? find : byLine(find) }];
    }),
  );
}

const LINE_CACHE_LIMIT = 256;

/** Looks at each line by itself and remembers it: while somebody types, all lines but one stay as they were. */
function byLine(find: Detector['find']): Detector['find'] {
  const known = new Map<string, readonly Span[]>();
  return (text) => {
    const found: Span[] = [];
    for (let from = 0; from <= text.length;) {
      const next = text.indexOf('\n', from);
      const to = next < 0 ? text.length : next;
      if (to > from) {
        const line = text.slice(from, to);
        let spans = known.get(line);
        if (!spans) {
          spans = find(line);
          if (known.size >= LINE_CACHE_LIMIT) known.clear();
          known.set(line, spans);
        }
        for (const { start, end } of spans) found.push({ start: from + start, end: from + end });
      }
      from = to + 1;
    }
    return found;
  };
}

const toPattern = ([source, flags]: PatternSource): RegExp => new RegExp(source, flags);
const toGlobal = ([source, flags]: PatternSource): RegExp => new RegExp(source, `g${flags}`);

/** Longest announcement of an address that is looked at. Units: UTF-16 code units. */
const BEFORE = 14;

function toRun(search: Search<PatternSource>): (text: string) => Span[] {
  const find = toGlobal(search.find);
  const when = search.when && toPattern(search.when);
  const trim = search.trim && toPattern(search.trim);
  const blank = search.blank?.map(toGlobal) ?? [];
  const keep = search.keep?.map(toPattern);
  const drop = search.drop?.map(toPattern);
  const dropped = search.unless && toPattern(search.unless.drop);
  const after = search.unless && toPattern(search.unless.after);
  return (text) => {
    if (when && !when.test(text)) return [];
    let rest = text;
    for (const pattern of blank) rest = rest.replace(pattern, (part) => '\u0001'.repeat(part.length));
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
