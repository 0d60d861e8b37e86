import { useEffect, useMemo, useRef, useState } from 'react';
import type { Conversion } from '@/utils/domain/convert/conversion';
import type { Audience } from '@/utils/domain/convert/sizes/shoe';
import { isInDomain, type ConverterDomain } from './converter-domain';
import { isLeaning, tableNeed } from './table-need';
import type { ReadyEngine } from './use-engine';
import type { QueryHistory } from './query-history';

/** A query that stood this long with an answer was meant; half-typed ones are not remembered. */
const MEANT_MS = 2_000;

/** Typing pauses this long before words nobody has read are looked up in the tables few queries need. */
const PAUSE_MS = 150;

/** What was typed, what it gave, and what was asked before. */
export interface Converting {
  readonly query: string;
  readonly found: readonly Conversion[];
  /** Answers other tabs would show. */
  readonly elsewhere: number;
  /** True while the tables an answer needs are on their way. */
  readonly isComing: boolean;
  readonly past: readonly string[];
  readonly ask: (query: string) => void;
  /** Remembers the query at once, because its answer is being used. */
  readonly remember: () => void;
  readonly forget: (query: string) => void;
  readonly forgetAll: () => void;
}

/** The converter's state: answers follow the query, the tab and the choices; the history follows what was meant. */
export function useConverter(props: {
  readonly domain: ConverterDomain;
  readonly audience: Audience | null;
  /** Null while it is loading: nothing is answered then. */
  readonly engine: ReadyEngine | null;
  readonly history: QueryHistory;
}): Converting {
  const { domain, audience, engine, history } = props;
  const [query, setQuery] = useState('');
  const [past, setPast] = useState(history.read);
  const typed = query.trim();
  const first = useMemo(
    () => engine?.answerQuery(typed, { choice: { audience, replyLang: engine.lang }, tables: engine.tables }) ?? [],
    [typed, audience, engine],
  );
  const need = engine && !engine.isWhole ? tableNeed(typed, first) : 'none';
  // An answer that leans on tables still to come would be shown wrong for a moment.
  const all = useMemo(
    () => (need === 'now' ? first.filter((one) => !isLeaning(one, typed)) : first),
    [need, first, typed],
  );
  const found = useMemo(() => all.filter((conversion) => isInDomain(conversion, domain)), [all, domain]);
  const isAnswered = found.some(({ kind }) => kind !== 'cannot');

  useEffect(() => {
    if (need === 'none') return;
    const timer = setTimeout(() => engine?.wantWhole(), need === 'now' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [engine, need, typed]);

  const meant = useRef('');
  useEffect(() => {
    meant.current = isAnswered ? typed : '';
    if (!isAnswered) return;
    const timer = setTimeout(() => setPast(history.keep(typed)), MEANT_MS);
    return () => clearTimeout(timer);
  }, [typed, isAnswered, history]);

  useEffect(() => {
    // The popup closes with the first click outside: what stands in it then was asked.
    const leave = () => meant.current && history.keep(meant.current);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [history]);

  return {
    query,
    found,
    elsewhere: all.length - found.length,
    isComing: need === 'now',
    past,
    ask: setQuery,
    remember: () => setPast(history.keep(typed)),
    forget: (gone) => setPast(history.drop(gone)),
    forgetAll: () => setPast(history.clear()),
  };
}
