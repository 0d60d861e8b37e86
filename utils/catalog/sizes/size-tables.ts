import type { SizeTable } from '../../domain/convert/sizes/size-table';

const files = import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' });

/** Every size table: a new file in this folder is a new table. Shapes are checked by the catalogue tests. */
export const sizeTables = Object.values(files) as readonly SizeTable[];
