import { fieldsOf } from './fields-of';
import { matchesPlace, type PagePlace } from './page-path';
import type { Candidate, FieldCandidates, KeptProfiles, PageProfile, TaughtField, TaughtPage } from './profile';
import { compareVersions } from './version';

/** Under which names readers ask for what was shown; a marketplace has one of them. */
const ASKED_AS: Readonly<Record<TaughtField, readonly string[]>> = {
  composer: ['composer'],
  message: ['message', 'messages', 'bubbles'],
  orderId: ['orderId'],
  buyerName: ['buyerName'],
};

const taughtCandidates = ({ fields, date, path }: TaughtPage, field: TaughtField): readonly Candidate[] =>
  (fields[field] ?? []).map((css): Candidate => ({ css, seen: date.slice(0, 7), page: path, kind: 'taught' }));

/** Each selector once, where it stands first: a reader numbers its candidates, and asking twice only costs time. */
function withoutRepeats(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ css }) => !seen.has(css) && seen.add(css));
}

/**
 * The candidates a page is read with, in order of trust: what somebody has shown for this very place, then an imported
 * profile if it is newer than the built-in one, then the built-in ones, which are never taken away.
 */
export function effectiveFields(
  builtIn: Pick<PageProfile, 'version' | 'fields'>,
  kept: KeptProfiles | undefined,
  place: PagePlace,
): FieldCandidates {
  const own = fieldsOf(builtIn.fields);
  const isNewer = kept?.imported !== undefined && compareVersions(kept.imported.version, builtIn.version) > 0;
  const imported = isNewer ? fieldsOf(kept.imported.fields) : {};
  const taught: Record<string, readonly Candidate[]> = {};
  for (const page of kept?.taught ?? []) {
    if (!matchesPlace(page, place)) continue;
    for (const field of Object.keys(page.fields) as TaughtField[])
      for (const name of ASKED_AS[field] ?? [])
        if (name === field || name in own) taught[name] = [...(taught[name] ?? []), ...taughtCandidates(page, field)];
  }
  const names = new Set([...Object.keys(own), ...Object.keys(imported), ...Object.keys(taught)]);
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      withoutRepeats([...(taught[name] ?? []), ...(imported[name] ?? []), ...(own[name] ?? [])]),
    ]),
  );
}
