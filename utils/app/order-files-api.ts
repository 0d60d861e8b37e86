/** What can be asked about the reports sellers download, and about lists of buyers as files for people. */
import type { BuyerColumn } from '../domain/order-files/buyer-columns';
import type { FileKind, FileMapping } from '../domain/order-files/fields';
import type { JoinedOrder } from '../domain/order-files/join-rows';
import type { RejectedLine } from '../domain/order-files/read-rows';
import type { OrderTable, TableEncoding, TableProblem } from '../domain/order-files/table';
import type { MarketId, ShopId } from '../domain/ids';
import type { Result } from '../domain/result';
import type { ApiProblem } from './api';
import type { BuyerFilter, JobOptions, Progress } from './buyers-api';

/** Why a file was not read or taken in; the text is chosen by `kind`. */
export type OrderFileProblem = ApiProblem | TableProblem | { readonly kind: 'cancelled' };

export type OrderFileResult<T> = Promise<Result<T, OrderFileProblem>>;

/** A file that was read, and what it is taken for. */
export interface OrderFile {
  readonly table: OrderTable;
  /** Id of the report it is; missing for a spreadsheet of somebody's own. */
  readonly preset?: string;
  /** The marketplace the report comes from, when it is known. */
  readonly marketplace?: MarketId;
  readonly mapping: FileMapping;
}

/** What would be taken in, before anything is. */
export interface OrderFileLook {
  readonly kind: FileKind;
  readonly orders: number;
  /** How many of them the shop's records hold already. */
  readonly known: number;
  /** Rows that stood in the file before, word for word. */
  readonly repeated: number;
  /** The first five as they are understood. */
  readonly first: readonly JoinedOrder[];
  /** The first rows that are left out, by line, at most 100. */
  readonly rejected: readonly RejectedLine[];
  readonly rejectedCount: number;
  /** Dates that could be read both ways: nothing is taken in before a person says which. */
  readonly asksDayOrder: boolean;
  /** Amounts without a currency: they are left out unless a person names it. */
  readonly asksCurrency: boolean;
}

/** What became of taking a file in. */
export interface OrderFileTaken extends Progress {
  /** Orders, returns or feedback that said something new. */
  readonly kept: number;
  /** A person stopped it before the end; what was taken in stays. */
  readonly isStopped: boolean;
}

/** The kinds of files a list of buyers is written as. */
export type BuyerFileFormat = 'csv' | 'xlsx';

/** How what stands in a list of buyers is worded. */
export interface BuyerFileWords {
  readonly headings: Readonly<Record<BuyerColumn, string>>;
  /** For names of languages and countries, BCP 47. */
  readonly uiLang: string;
  readonly shopLabel: (id: ShopId) => string;
  readonly segmentLabel: (id: string) => string;
}

/** A list of buyers as a file. */
export interface BuyerFile {
  readonly file: Blob;
  readonly count: number;
}

/** What can be asked about files of orders and lists of buyers, from the extension's own pages. */
export interface OrderFilesApi {
  /** Cuts a file into rows and says what it looks like. Nothing is kept. */
  read(
    request: { readonly file: Blob; readonly fileName: string; readonly encoding?: TableEncoding },
    options?: JobOptions,
  ): OrderFileResult<OrderFile>;
  /** What would be taken in with this mapping, into this shop. Errors: `shop-unknown`, `cancelled`. */
  look(
    request: { readonly table: OrderTable; readonly mapping: FileMapping; readonly shopId: ShopId },
    options?: JobOptions,
  ): OrderFileResult<OrderFileLook>;
  /**
   * Takes the file in, part by part; doing it again changes nothing. Errors: `shop-unknown`, `refused` with `market-off`,
   * `invalid` with `dayOrder` while that is open.
   */
  takeIn(
    request: { readonly table: OrderTable; readonly mapping: FileMapping; readonly shopId: ShopId },
    options?: JobOptions,
  ): OrderFileResult<OrderFileTaken>;
  /** Writes a list of buyers for people, at most 200,000. Nothing in it is computed by a spreadsheet. */
  exportBuyers(
    request: { readonly filter: BuyerFilter; readonly format: BuyerFileFormat; readonly words: BuyerFileWords },
    options?: JobOptions,
  ): OrderFileResult<BuyerFile>;
}
