import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';
import { TranslateProvider, type Translate } from '../ui/translate';
import { AppProvider, type App } from './app-context';
import { isAboutSettings } from './use-reading';

/** The words of one interface language. */
export interface Words {
  readonly uiLang: UiLang;
  readonly translate: Translate;
}

/**
 * Everything a page of the extension stands in: API and words. When the interface language changes, here or in
 * another window, the words follow at once and nothing below is thrown away.
 */
export function AppPage(props: {
  readonly app: Omit<App, 'uiLang'>;
  readonly firstWords: Words;
  readonly loadWords: () => Promise<Words>;
  readonly children: ReactNode;
}) {
  const { app, firstWords, loadWords, children } = props;
  const { listen } = app;
  const [words, setWords] = useState(firstWords);

  useEffect(() => {
    const view = new AbortController();
    const follow = async () => {
      const next = await loadWords();
      if (!view.signal.aborted) setWords((now) => (now.uiLang === next.uiLang ? now : next));
    };
    listen((topics) => void (topics.some(isAboutSettings) && follow()), view.signal);
    return () => view.abort();
  }, [listen, loadWords]);

  const { uiLang, translate } = words;
  useEffect(() => {
    document.documentElement.lang = uiLang;
  }, [uiLang]);

  const value = useMemo<App>(() => ({ ...app, uiLang }), [app, uiLang]);
  return (
    <AppProvider value={value}>
      <TranslateProvider value={translate}>{children}</TranslateProvider>
    </AppProvider>
  );
}
