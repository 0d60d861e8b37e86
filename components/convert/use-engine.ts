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

const loadEngine = (): Promise<Engine> => (coming ??= import('./engine').then((engine) => (here = engine)));

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

/**
 * The converter for a reply language, null until it is loaded; the tables few queries need join once they are wanted. While
 * the sentences of another language are on their way the one before stays, so that nothing flickers: `lang` says which.
 */
export function useEngine(replyLang: string): ReadyEngine | null {
  const [shown, setShown] = useState(() => atHand(replyLang));
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
      stop = engine.onWhole(show);
      show();
    };
    void follow();
    return () => {
      isLeft = true;
      stop();
    };
  }, [replyLang]);
  return shown;
}
