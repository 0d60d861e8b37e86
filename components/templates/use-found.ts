import { useEffect, useMemo, useState } from 'react';
import { prepareSearch, searchTemplates } from './search-texts';
import { fits, sortEntries, type TemplateEntry, type TemplateFilter, type TemplateSort } from './template-entries';

// Long enough to skip what is only passed through while typing, short enough that nobody waits for it.
const SETTLE_MS = 120;

/** The replies that fit, in the wanted order. Words are looked for when typing pauses, off the keystroke. */
export function useFound(
  entries: readonly TemplateEntry[],
  wanted: { readonly search: string; readonly filter: TemplateFilter; readonly sort: TemplateSort },
  uiLang: string,
): readonly TemplateEntry[] {
  const { search, filter, sort } = wanted;
  const [matches, setMatches] = useState<ReadonlySet<string> | null>(null);

  const templates = useMemo(() => entries.map(({ listed }) => listed.template), [entries]);
  useEffect(() => {
    const view = new AbortController();
    void prepareSearch(templates, view.signal);
    return () => view.abort();
  }, [templates]);

  useEffect(() => {
    const view = new AbortController();
    const look = async () => {
      const found = await searchTemplates(templates, search, view.signal);
      if (!view.signal.aborted) setMatches(found);
    };
    const timer = setTimeout(() => void look(), search.trim() === '' ? 0 : SETTLE_MS);
    return () => {
      view.abort();
      clearTimeout(timer);
    };
  }, [templates, search]);

  const sorted = useMemo(() => sortEntries(entries, sort, uiLang), [entries, sort, uiLang]);
  return useMemo(
    () => sorted.filter((entry) => fits(entry, filter) && (matches === null || matches.has(entry.id))),
    [sorted, filter, matches],
  );
}
