import type { Lang } from '../../ids';

/** A place in one text of a template. */
export interface TextPlace {
  readonly lang: Lang;
  readonly block: string;
}

/**
 * What is wrong with a template; shown as `templates.problem.<kind>`. With the first four kinds and a text that is missing or
 * too long it can't be used; the others are advice.
 */
export type TemplateProblem =
  /** Units: `at` in UTF-16 units from the start of the text, `line` and `column` from 1. */
  | (TextPlace & {
      readonly kind: 'syntax';
      readonly at: number;
      readonly line: number;
      readonly column: number;
      readonly why: 'unclosed' | 'unknown-tag' | 'unknown-filter' | 'malformed';
      /** The words at that place, at most 40 UTF-16 units. */
      readonly found: string;
    })
  /** A variable the template does not declare. */
  | (TextPlace & { readonly kind: 'undeclared'; readonly name: string })
  /** The form of the whole does not fit; `field` says where. */
  | { readonly kind: 'form'; readonly field: string }
  | { readonly kind: 'no-title' }
  | { readonly kind: 'no-language' }
  | (TextPlace & { readonly kind: 'missing-text' })
  /** Rendered with sample values. */
  | { readonly kind: 'too-long'; readonly lang: Lang; readonly length: number; readonly limit: number }
  /** Advice: the same sentence uses other variables than in the template's first language. */
  | (TextPlace & { readonly kind: 'other-variables'; readonly names: readonly string[] });

/** Whether a template with this problem must not be used. */
export const isBlocking = ({ kind }: TemplateProblem): boolean => kind !== 'other-variables';
