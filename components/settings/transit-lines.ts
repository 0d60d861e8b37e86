import type { ShopProfile } from '@/utils/domain/shop-profile';

type Transit = NonNullable<ShopProfile['transit']>;

const LINE = /^(?:([A-Za-z]{2})[\s:,;]+)?(\d{1,3}(?: ?[-–] ?\d{1,3})?)$/;

/** Transit days as a person types them: a country and its days on each line. */
export const writeTransit = (transit: Transit = []): string =>
  transit.map(({ country, days }) => (country ? `${country} ${days}` : days)).join('\n');

/** Reads the lines back. Errors: the first line that is none, counted from one. */
export function readTransit(
  text: string,
):
  | { readonly ok: true; readonly value: Transit }
  | { readonly ok: false; readonly line: number; readonly text: string } {
  const value: Transit = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const match = LINE.exec(line);
    if (!match) return { ok: false, line: at + 1, text: line };
    const country = match[1]?.toUpperCase();
    value.push({ ...(country ? { country } : {}), days: match[2]! });
  }
  return { ok: true, value };
}
