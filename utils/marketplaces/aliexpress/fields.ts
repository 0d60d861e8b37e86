import { fieldsOf } from '../../domain/profiles/fields-of';
import type { Candidate, FieldCandidates, PageProfile } from '../../domain/profiles/profile';
import profile from './profile.json';

/** Names of the fields on the seller pages of AliExpress. */
export type AliexpressField = keyof typeof profile.fields;

/** Where every field may stand; what readers work with. */
export type AliexpressFields = Readonly<Record<AliexpressField, readonly Candidate[]>>;

/**
 * The fields as this release knows them. Sources: public programs that drive these pages, compiled 2026-11-21. Class
 * stems only: the hash behind them changes with every release. On gsp and for the detail of a dispute none is proven.
 */
export const builtInFields = fieldsOf(profile.fields) as AliexpressFields;

/**
 * Fields as given; those that a profile leaves out stand where this release knows them. A complete set is handed on as it
 * is: whoever made it may change it when another page comes on screen.
 */
export const completeFields = (given: FieldCandidates): AliexpressFields =>
  Object.keys(builtInFields).every((name) => name in given) ? given : { ...builtInFields, ...given };

/** The profile of this release; an imported one counts only when its version is newer. */
export const builtInProfile: Pick<PageProfile, 'version' | 'fields'> = profile;
