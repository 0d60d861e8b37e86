import type { Instant, Lang } from '../domain/ids';
import type { ReplyTemplate } from '../domain/replies/template';
import type { ApiResult } from './api';

/** A reply as the desk has it, and where its words come from. */
export interface ListedTemplate {
  /** In every language it has. */
  readonly template: ReplyTemplate;
  /** `changed`: a shipped one with the desk's own words. */
  readonly origin: 'shipped' | 'changed' | 'own';
  readonly isOff: boolean;
  /** How often this agent has inserted it. */
  readonly uses: number;
  readonly lastUsedAt?: Instant;
  /** Who changed it last, and when; the initials are empty when none were chosen. */
  readonly changed?: { readonly at: Instant; readonly initials: string };
}

/** A sentence that agents keep changing in the same way. */
export interface EditProposal {
  readonly id: string;
  readonly templateId: string;
  readonly block: string;
  readonly lang: Lang;
  /** As it stands, Liquid. */
  readonly before: string;
  /** As it is sent instead, Liquid; empty when it is taken out. */
  readonly after: string;
  readonly count: number;
  readonly lastAt: Instant;
}

/** All replies of the desk, those that ship and its own. */
export interface TemplateDesk {
  readonly templates: readonly ListedTemplate[];
  /** Only languages that somebody has read are suggested. */
  readonly onlyReviewed: boolean;
  readonly proposals: readonly EditProposal[];
}

/** Id of the version that is what ships; nobody's, and its moment is that of the oldest words of the desk. */
export const shippedVersion = 'shipped';

/** The words of a reply before a change: who wrote them, and when. */
export interface TemplateVersion {
  readonly id: string;
  readonly at: Instant;
  readonly initials: string;
  readonly template: ReplyTemplate;
}

/** What became of the templates of a file. */
export interface TemplateImport {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** What the page of templates asks. */
export interface TemplatesApi {
  read(): ApiResult<TemplateDesk>;
  /**
   * Keeps a reply: new with an id nobody has, else in place of what is there, which stays as a version. Errors: `invalid`
   * with `template` when it can't be used (`checkTemplate` says why), with `id` when a new one has the id of another.
   */
  save(request: { readonly template: ReplyTemplate; readonly isNew: boolean }): ApiResult<TemplateDesk>;
  /** Own ones go; changed ones get their shipped words back. */
  remove(request: { readonly ids: readonly string[] }): ApiResult<TemplateDesk>;
  /** Takes `remove` back. */
  putBack(request: { readonly ids: readonly string[] }): ApiResult<TemplateDesk>;
  /** Takes replies out of use, or into use again. */
  use(request: { readonly ids: readonly string[]; readonly on: boolean }): ApiResult<TemplateDesk>;
  /** Puts tags on and takes tags off. Units: 40 UTF-16 units a tag, 20 tags a template. */
  tag(request: {
    readonly ids: readonly string[];
    readonly add: readonly string[];
    readonly remove: readonly string[];
  }): ApiResult<TemplateDesk>;
  /** Signs languages as read by this agent today, or takes the signature back. Errors: `invalid` with `initials`. */
  review(request: {
    readonly ids: readonly string[];
    readonly langs: readonly Lang[];
    readonly on: boolean;
  }): ApiResult<TemplateDesk>;
  allowOnlyReviewed(request: { readonly on: boolean }): ApiResult<TemplateDesk>;
  /** Newest first; for a changed one the shipped words are the last. */
  versions(request: { readonly id: string }): ApiResult<readonly TemplateVersion[]>;
  restore(request: { readonly id: string; readonly version: string }): ApiResult<TemplateDesk>;
  /**
   * Takes one portion of a file, at most 500 that `checkTemplate` has let pass, all of them or none; those with an id that is
   * there are changed, and what was there stays as a version. Errors: `invalid` with `template`, or with `templates` when
   * there would be more than 6,000.
   */
  importTemplates(request: { readonly templates: readonly ReplyTemplate[] }): ApiResult<TemplateImport>;
  /** Takes a proposal up: into the template itself, or as a copy of it. */
  accept(request: { readonly proposal: string; readonly as: 'update' | 'variant' }): ApiResult<TemplateDesk>;
  /** Forgets a proposal and the edits behind it. */
  dismiss(request: { readonly proposal: string }): ApiResult<TemplateDesk>;
}
