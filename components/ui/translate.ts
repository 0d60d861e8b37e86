import { createContext, useContext } from 'react';

/** Looks up one interface text by key; values fill its placeholders, `count` chooses the plural form. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const TranslateContext = createContext<Translate>((key) => key);

/** Gives every component below it its words. */
export const TranslateProvider = TranslateContext.Provider;

/** The words of the interface: i18next in extension pages, a small reader of the same files in the seller page. */
export const useT = (): Translate => useContext(TranslateContext);
