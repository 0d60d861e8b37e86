import { browser } from 'wxt/browser';
import { readSkeleton } from '@/utils/client/page-skeleton';
import type { FieldHealth } from '@/utils/marketplaces/contract';
import type { AssistantModel } from './model';

/** What of the model a report about a page needs: nothing that was read, only how it went. */
export type PageState = Pick<AssistantModel, 'page' | 'health' | 'fields' | 'readMs'>;

const lineOf = ({ field, state, required, candidate, problem }: FieldHealth): string =>
  [
    `${field}: ${state}`,
    ...(required ? ['required'] : []),
    ...(candidate === undefined ? [] : [`candidate ${candidate + 1}`]),
    ...(problem ? [problem] : []),
  ].join(', ');

/** A report about how a page was read: codes and structure, no text of the page and nothing of a buyer. */
export const diagnosticsOf = ({ page, health, fields, readMs }: PageState, version: string, skeleton: string): string =>
  [
    `Parley ${version}, page ${page}, ${health}${readMs === undefined ? '' : `, read in ${readMs} ms`}`,
    ...fields.map(lineOf),
    '',
    skeleton,
  ].join('\n');

/** Puts the report on the clipboard; false when the page could not be looked at or copying was blocked. */
export async function copyDiagnostics(state: PageState): Promise<boolean> {
  try {
    const skeleton = await readSkeleton();
    if (skeleton === null) return false;
    await navigator.clipboard.writeText(diagnosticsOf(state, browser.runtime.getManifest().version, skeleton));
    return true;
  } catch {
    // NotAllowedError, or the extension was reloaded meanwhile: said beside the button.
    return false;
  }
}
