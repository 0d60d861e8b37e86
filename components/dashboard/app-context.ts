import { createContext, useContext, type ReactNode } from 'react';
import type { AppApi } from '@/utils/app/api';
import type { DemoApi } from '@/utils/app/demo-api';
import type { LockApi } from '@/utils/app/lock-api';
import type { MarketId } from '@/utils/domain/ids';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';
import type { LoadPractice } from '../practice/practice-tools';
import type { ShortcutTools } from '@/utils/platform/shortcut-settings';
import type { HostAccess } from '../settings/host-access';
import type { ReceiptTools } from '../settings/receipt/receipt-tools';
import type { SiteTools } from '../settings/site-tools';
import type { NavPage, PageName } from './route';

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

/** What the pages stand in where they show something else than the records of the desk. */
export interface Frame {
  /** The pages the navigation leads to. */
  readonly pages: readonly NavPage[];
  /** Stands above every page and says what it shows. */
  readonly sign: ReactNode;
  /** What is drawn in place of a page that is not for this; null for the page itself. */
  readonly standIn: (page: PageName) => ReactNode;
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
  /** The browser's permission to put files into the downloads; only where the settings are shown. */
  readonly downloads?: HostAccess;
  /** What the browser knows of rights and requests; only where the privacy receipt is shown. */
  readonly receipt?: ReceiptTools;
  /** Loads what practice is made of; only where there is a page for it. */
  readonly practice?: LoadPractice;
  /** Calls `heard` when a newer version waits, until the signal aborts; only where people save everything. */
  readonly onUpdate?: (heard: () => void, signal: AbortSignal) => void;
  /** The keys the browser keeps; only where the settings are shown. */
  readonly shortcuts?: ShortcutTools;
  /** The PIN before the records; only where it can be set or given. */
  readonly lock?: LockApi;
  /** Loads and removes the demo data; only where the settings of the desk are shown. */
  readonly demo?: DemoApi;
  /** Only where something else than the records of the desk is shown. */
  readonly frame?: Frame;
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
