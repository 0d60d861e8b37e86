import { needScript } from '@/utils/client/sentinel-client';
import type { FieldCandidates, KeptProfiles, PageProfile } from '@/utils/domain/profiles/profile';

/** A profile as far as its fields are read. */
export type ProfileFields = Pick<PageProfile, 'version' | 'fields'>;

/** Merges what was imported and shown for an address into a built-in profile. */
export type MergeFields = (profile: ProfileFields, kept: KeptProfiles, url: URL) => FieldCandidates;

/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  /** Not named after its script: the bundler declares a global of that name, which would take its place. */
  fieldsOfParley?: MergeFields;
}

const world = globalThis as SharedWorld;

/** Lets the readers of this document merge profiles. */
export const offerFields = (merge: MergeFields): void => void (world.fieldsOfParley = merge);

/** How profiles are merged; undefined when its script did not come. Few have imported or shown anything: nobody else loads it. */
export const loadMerge = async (): Promise<MergeFields | undefined> =>
  world.fieldsOfParley || (await needScript('profiles')) ? world.fieldsOfParley : undefined;
