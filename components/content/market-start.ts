import { readKeptProfiles } from '@/utils/client/kept-profiles';
import type { MarketId } from '@/utils/domain/ids';
import { fieldsOf } from '@/utils/domain/profiles/fields-of';
import type { FieldCandidates, KeptProfiles } from '@/utils/domain/profiles/profile';
import { watchRoutes } from '@/utils/page/router';
import { listenToLocal } from '@/utils/platform/settings/local-items';
import { loadMerge, type MergeFields, type ProfileFields } from './offered-fields';

/** What the script of a marketplace is started with: its built-in profile, and its readers for given fields. */
export interface MarketStart<Reader> {
  readonly id: MarketId;
  readonly profile: ProfileFields;
  readonly create: (fields: FieldCandidates) => Reader;
}

/**
 * Creates the readers of this document: with what somebody has shown for the place on screen and with an imported profile,
 * where there are any. The fields follow the address and what is imported or shown meanwhile; without any of it, or
 * when it cannot be had, the built-in profile serves.
 */
export async function createReader<Reader>(
  { id, profile, create }: MarketStart<Reader>,
  signal: AbortSignal,
): Promise<Reader> {
  const builtIn = fieldsOf(profile.fields);
  const fields = { ...builtIn };
  let kept: KeptProfiles | undefined;
  let merge: MergeFields | undefined;
  const refresh = () =>
    void Object.assign(fields, kept && merge ? merge(profile, kept, new URL(location.href)) : builtIn);
  const readKept = async () => {
    kept = await readKeptProfiles(id).catch(() => undefined);
    if (kept) merge ??= await loadMerge();
    refresh();
  };
  await readKept();
  // Before the readers start their own watch: they are told of a new address after it was looked up here.
  watchRoutes(signal, refresh);
  listenToLocal('pageProfiles', () => void readKept(), signal);
  return create(fields);
}
