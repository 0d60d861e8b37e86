import { fieldsOf } from '../../domain/profiles/fields-of';
import type { Candidate, FieldCandidates, PageProfile } from '../../domain/profiles/profile';
import profile from './profile.json';

/** Names of the fields on the pages of Seller Central. */
export type AmazonField = keyof typeof profile.fields;

/** Where every field of Seller Central may stand; what readers work with. */
export type AmazonFields = Readonly<Record<AmazonField, readonly Candidate[]>>;

/**
 * The fields as this release knows them. Sources: public programs that drive these pages, compiled 2026-11-21; the markup
 * of message bubbles is not public, so each way of marking a side is only one candidate among several.
 */
export const builtInFields = fieldsOf(profile.fields) as AmazonFields;

/**
 * Fields as given; those that a profile leaves out stand where this release knows them. A complete set is handed on as it
 * is: whoever made it may change it when another page comes on screen.
 */
export const completeFields = (given: FieldCandidates): AmazonFields =>
  Object.keys(builtInFields).every((name) => name in given) ? given : { ...builtInFields, ...given };

/** The profile of this release; an imported one counts only when its version is newer. */
export const builtInProfile: Pick<PageProfile, 'version' | 'fields'> = profile;
