import { readKeptProfiles } from '@/utils/client/kept-profiles';
import type { MarketId } from '@/utils/domain/ids';
import { effectiveFields } from '@/utils/domain/profiles/effective';
import { placeOf } from '@/utils/domain/profiles/page-path';
import type { FieldCandidates, PageProfile } from '@/utils/domain/profiles/profile';

/** What the script of a marketplace is started with: its built-in profile, and its readers for given fields. */
export interface MarketStart<Reader> {
  readonly id: MarketId;
  readonly profile: Pick<PageProfile, 'version' | 'fields'>;
  readonly create: (fields: FieldCandidates) => Reader;
}

/**
 * Creates the readers of this document: with what somebody has shown for this place and with an imported profile, where
 * there are any. Reads one small item of the extension's own storage; without it the built-in profile serves.
 */
export async function createReader<Reader>({ id, profile, create }: MarketStart<Reader>): Promise<Reader> {
  const kept = await readKeptProfiles(id).catch(() => undefined);
  return create(effectiveFields(profile, kept, placeOf(new URL(location.href))));
}
