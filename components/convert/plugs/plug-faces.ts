import table from '@/utils/catalog/plugs/plugs.json';
import type { PlugFace, PlugTable } from '@/utils/catalog/plugs/schema';

/** Letters of the plug types in their order. */
export const PLUG_TYPES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O'] as const;
export type PlugType = (typeof PLUG_TYPES)[number];

/** Pins, rated current and earth of a plug type; measures in millimetres, the shape checked by the catalogue tests. */
export const plugFace = (type: PlugType): PlugFace => (table as unknown as PlugTable).plugs[type] as PlugFace;

/** Message key of the words that describe a plug's pins. */
export const plugWords = (type: PlugType): string => `convert.plug.${type}`;

/** Whether a letter names a plug type with a drawing. */
export const isPlugType = (letter: string): letter is PlugType => (PLUG_TYPES as readonly string[]).includes(letter);
