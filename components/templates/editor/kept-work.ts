import type { AppApi } from '@/utils/app/api';
import type { EditorState } from './editor-state';

// By the page's API, so that the unsaved words live as long as the page and no longer.
const works = new WeakMap<AppApi, Map<string, EditorState>>();

/** Unsaved words of replies, kept while the page is open: going to another page of the dashboard loses nothing. */
export function keptWork(api: AppApi): Map<string, EditorState> {
  const known = works.get(api) ?? new Map<string, EditorState>();
  works.set(api, known);
  return known;
}
