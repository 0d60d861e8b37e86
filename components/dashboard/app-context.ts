import { createContext, useContext } from 'react';
import type { AppApi } from '@/utils/app/api';
import type { MarketId } from '@/utils/domain/ids';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';
import type { HostAccess } from '../settings/host-access';
import type { SiteTools } from '../settings/site-tools';

/** A text that is handed out as a file; `type` is its media type, JSON unless it is given. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly type?: string;
}

/** A file that is handed out as it is. */
export interface BlobFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What the pages of the extension work with; the entry composes it, tests pass a fake. */
export interface App {
  readonly api: AppApi;
  /** The marketplaces this build serves. */
  readonly markets: readonly MarketId[];
  /** The browser's permission for the seller pages. */
  readonly siteAccess: HostAccess;
  /** What came with the build and which sites were named; only where the settings are shown. */
  readonly sites?: SiteTools;
  /** The browser's permission to notify; only where what is due is shown. */
  readonly notifications?: HostAccess;
  readonly uiLang: UiLang;
  /** Calls `heard` with the topics of every change, wherever it was made, until the signal aborts. */
  readonly listen: (heard: (topics: readonly string[]) => void, signal: AbortSignal) => void;
  /** Hands a file to the person, as a download. */
  readonly saveFile: (file: TextFile | BlobFile) => void;
}

const AppContext = createContext<App | null>(null);

/** Gives every component below it the API and its surroundings. */
export const AppProvider = AppContext.Provider;

/** What the page works with. Errors: throws outside of an `AppProvider`, which is a bug. */
export const useApp = (): App => {
  const app = useContext(AppContext);
  if (app === null) throw new Error('useApp outside of AppProvider');
  return app;
};
