import type { AppApi } from '@/utils/app/api';
import type { EditorState } from './editor-state';

// By the page's API, so that the unsaved words live as long as the page and no longer.
const works = new WeakMap<AppApi, Map<string, EditorState>>();
let watch: AbortController | undefined;

/** Unsaved words of replies, kept while the page is open: going to another page of the dashboard loses nothing. */
export function keptWork(api: AppApi): Map<string, EditorState> {
  const known = works.get(api);
  if (known) return known;
  const fresh = new Map<string, EditorState>();
  works.set(api, fresh);
  // After the Back button the words wait here, and closing the page would lose them. One page has one API.
  watch?.abort();
  watch = new AbortController();
  const ask = (event: Event) => {
    if (fresh.size > 0) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask, { signal: watch.signal });
  return fresh;
}
