/** What a file of a seller can tell of orders, and how a person says which column tells what. */

/** What the rows of a file are about. */
export type FileKind = 'orders' | 'returns' | 'feedback';

/** All kinds, in the order they are offered. */
export const fileKinds: readonly FileKind[] = ['orders', 'returns', 'feedback'];

/** What can be taken from a row; nothing else of it is read. */
export type OrderField =
  | 'orderId'
  | 'buyerName'
  | 'country'
  | 'orderedOn'
  | 'deliveredOn'
  | 'status'
  | 'title'
  | 'sku'
  | 'productId'
  | 'quantity'
  | 'amount'
  | 'currency'
  | 'happenedOn'
  | 'reason'
  | 'stars';

const ITEM = ['title', 'sku', 'productId'] as const;

/** The fields a file of each kind may have, the most telling first. */
export const fieldsOf: Readonly<Record<FileKind, readonly OrderField[]>> = {
  orders: [
    'orderId',
    'buyerName',
    'country',
    'orderedOn',
    'deliveredOn',
    'status',
    ...ITEM,
    'quantity',
    'amount',
    'currency',
  ],
  // How many pieces came back is not asked for: an order keeps how many were bought.
  returns: ['orderId', 'happenedOn', 'reason', 'buyerName', 'country', ...ITEM],
  feedback: ['orderId', 'happenedOn', 'stars', 'buyerName'],
};

/** The fields without which a row of a kind says nothing. */
export const neededOf: Readonly<Record<FileKind, readonly OrderField[]>> = {
  orders: ['orderId'],
  returns: ['orderId'],
  feedback: ['orderId', 'stars'],
};

/** The fields that hold days. */
export const dayFields: readonly OrderField[] = ['orderedOn', 'deliveredOn', 'happenedOn'];

/** Whether the day or the month comes first in dates such as 05/06/2026. */
export type DayOrder = 'day-first' | 'month-first';

/** How a file is to be understood: the one thing a person decides about it. */
export interface FileMapping {
  readonly kind: FileKind;
  /** Places of columns, from 0. */
  readonly columns: Readonly<Partial<Record<OrderField, number>>>;
  /** Whether an amount is what its row costs, or the whole order repeated in each row. */
  readonly amountPer: 'row' | 'order';
  /** What a person answers when no value tells. */
  readonly dayOrder?: DayOrder;
  /** ISO 4217, for amounts that name none. */
  readonly currency?: string;
}
