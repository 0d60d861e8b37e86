import type { MarketId } from '../domain/ids';
import type { ProfileChange } from '../domain/profiles/compare';
import type { KeptProfiles, PageProfile } from '../domain/profiles/profile';
import type { ApiResult } from './api';

/** What an imported profile would do. */
export interface ProfilePreview {
  readonly profile: PageProfile;
  readonly changes: readonly ProfileChange[];
}

/** Profiles of pages: what an imported file or a taught page says of where things stand. */
export interface ProfilesApi {
  /** What is kept for each marketplace, beside the built-in profile. */
  list(): ApiResult<Readonly<Record<string, KeptProfiles>>>;
  /** Reads a profile file and says what it would change; nothing is kept. Errors: `invalid-profile`. */
  preview(request: { readonly text: string }): ApiResult<ProfilePreview>;
  /** Keeps a previewed profile; the one before stays for going back. */
  apply(request: { readonly profile: PageProfile }): ApiResult<null>;
  /** Back to the imported profile before, or to the built-in one. */
  rollBack(request: { readonly marketplace: MarketId }): ApiResult<null>;
  /** Forgets one taught page. */
  forget(request: { readonly marketplace: MarketId; readonly id: string }): ApiResult<null>;
  /** The imported fields and taught pages of a marketplace, as a file others can import. */
  export(request: { readonly marketplace: MarketId }): ApiResult<PageProfile>;
}
