import { readFileSync } from 'node:fs';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import type { Assets } from '@/utils/platform/assets';

const files = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string; absoluteSrc?: string }[]).map((file) => [
    file.relativeDest,
    file,
  ]),
);

/** The catalogue files as the built extension carries them. */
export const shippedAssets: Assets = {
  json: async (path) => JSON.parse(files.get(path)?.contents ?? 'null') as unknown,
  bytes: async (path) => new Uint8Array(readFileSync(files.get(path)?.absoluteSrc ?? '')).slice().buffer,
};
