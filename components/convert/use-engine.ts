import { useEffect, useState } from 'react';
import type * as EngineModule from './engine';
import type { SpokenTables } from './engine';

type Engine = typeof EngineModule;

/** The converter at work: how to answer, and the tables with the sentences of one language. */
export interface ReadyEngine extends SpokenTables {
  readonly answerQuery: Engine['answerQuery'];
  /** Asks for the tables of times, deliveries, money and duties; `isWhole` says when they are there. */
  readonly wantWhole: () => void;
}

// The readers and tables weigh several times the page around them: pages are drawn first and get them right after.
let coming: Promise<Engine> | undefined;
let here: Engine | undefined;

// A file that did not come is asked for again next time.
const loadEngine = (): Promise<Engine> =>
  (coming ??= import('./engine').then(
    (engine) => (here = engine),
    (problem: unknown) => {
      coming = undefined;
      throw problem;
    },
  ));

const ready = (engine: Engine, spoken: SpokenTables): ReadyEngine => ({
  ...spoken,
  answerQuery: engine.answerQuery,
  wantWhole: () => void engine.prepareWhole(),
});

/** Loads the converter with the sentences of a language, before or after a page is drawn. */
export async function prepareConverter(lang: string): Promise<void> {
  await (await loadEngine()).prepareTables(lang);
}

const atHand = (lang: string): ReadyEngine | null => {
  const spoken = here?.preparedTables(lang);
  return here && spoken ? ready(here, spoken) : null;
};

/** The converter as far as it is loaded. */
export interface ComingEngine {
  /** Null until it is there. */
  readonly engine: ReadyEngine | null;
  /** Asks once more for what did not come; null while nothing has failed. */
  readonly retry: (() => void) | null;
}

/**
 * The converter for a reply language, once it is loaded; the tables few queries need join once they are wanted. While
 * the sentences of another language are on their way the one before stays, so that nothing flickers: `lang` says which.
 */
export function useEngine(replyLang: string): ComingEngine {
  const [shown, setShown] = useState(() => atHand(replyLang));
  const [hasFailed, setHasFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isLeft = false;
    let stop = () => {};
    const follow = async () => {
      const engine = await loadEngine();
      await engine.prepareTables(replyLang);
      const show = () => {
        const spoken = engine.preparedTables(replyLang);
        if (spoken) setShown((now) => (now?.tables === spoken.tables ? now : ready(engine, spoken)));
      };
      if (isLeft) return;
      setHasFailed(false);
      stop = engine.onWhole(show);
      show();
    };
    follow().catch(() => !isLeft && setHasFailed(true));
    return () => {
      isLeft = true;
      stop();
    };
  }, [replyLang, attempt]);
  const retry = (): void => {
    setHasFailed(false);
    setAttempt(attempt + 1);
  };
  return { engine: shown, retry: hasFailed ? retry : null };
}
