/** What is common to all files of templates: what is read out of them, and what can be wrong. */
import type { Result } from '../../../result';
import type { ReplyTemplate } from '../../template';
import type { TemplateProblem } from '../template-problem';

/** Largest file. Units: bytes. */
export const largestTemplateFile = 60_000_000;
/** Most rows of a file, without its heading. */
export const mostTemplateRows = 100_000;

/** Why a file is not read at all; shown as `templates.file.<kind>`. */
export type TemplateFileProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-many-rows'; readonly limit: number }
  /** No heading names a language. */
  | { readonly kind: 'no-language-column' }
  | { readonly kind: 'repeated-column'; readonly column: string }
  /** No JSON at all. */
  | { readonly kind: 'not-json' }
  /** JSON of something else. */
  | { readonly kind: 'no-templates' }
  /** Written by a later version of Parley. */
  | { readonly kind: 'too-new' };

/** Why a row is not taken; shown as `templates.problem.<kind>`. */
export type TemplateRowProblem =
  | TemplateProblem
  | { readonly kind: 'broken-quotes' | 'too-many-cells' }
  /** The id stands further up already, with other rows between; `other` is where. */
  | { readonly kind: 'repeated'; readonly other: number }
  | { readonly kind: 'unknown-intent'; readonly value: string }
  /** The column has words of its own and this is none of them. */
  | { readonly kind: 'unknown-value'; readonly column: string; readonly value: string };

/** A row that is not taken. */
export interface RejectedRow {
  /** Units: the line of the file from 1, in JSON the place in the list from 1. */
  readonly line: number;
  /** Missing where the row says none. */
  readonly id?: string;
  readonly problem: TemplateRowProblem;
}

/** A file as it is understood. */
export interface TemplateReading {
  readonly templates: readonly ReplyTemplate[];
  /** In the order of the file. */
  readonly rejected: readonly RejectedRow[];
  /** Headings no column and no language is called. */
  readonly ignored: readonly string[];
}

/** Reads a file in portions, so that progress can be drawn and a cancel be heard between them. */
export interface PortionReader<Portion, Problem extends { readonly kind: string }> {
  /** Errors: why nothing of the file is read; later portions change nothing then. */
  take(portion: readonly Portion[]): Problem | null;
  /** What was understood, once everything has been taken. */
  result(): Result<TemplateReading, Problem>;
}

/** Problems of one row or template that are listed; the first ones tell enough. */
export const LISTED_PROBLEMS = 5;
