import { shownAmount, shownMoment } from '../dates';
import type { PageView } from '../view';

const prefixes: Record<string, string> = { USD: 'US $', CNY: 'CN￥', EUR: '€ ' };

/** An amount: by a fixed prefix on csp, in the language of the page on gsp. */
export function amountText(value: number, currency: string, view: Pick<PageView, 'host' | 'loc'>): string {
  const prefix = prefixes[currency];
  return view.host.startsWith('gsp.') || prefix === undefined
    ? shownAmount(value, currency, view.loc)
    : `${prefix}${value.toFixed(2)}`;
}

/** A moment: digits as on csp, in words of the page with `time=v2`. */
export function stamp(iso: string, view: Pick<PageView, 'knobs' | 'loc'>): string {
  return view.knobs.time === 'v2' ? shownMoment(iso, view.loc) : iso.slice(0, 16).replace('T', ' ');
}

/** The moment so many days from the page's today, at a time of day that depends on the order. */
export function momentOn(now: string, days: number, seed: string): string {
  const minute = Number(seed.slice(-4)) % 1440;
  return new Date(Date.parse(`${now.slice(0, 10)}T00:00:00Z`) + days * 86_400_000 + minute * 60_000).toISOString();
}
