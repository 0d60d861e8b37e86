import type { Conversion } from '../conversion';
import type { NamedCountry } from '../power/country-names';
import { readLabel } from '../power/device-label';
import { supplyOf } from '../power/mains';
import { plugIn, ratingsIn } from '../power/mains-rating';
import type { ConversionTables } from '../tables';
import { refusal } from './refusal';

const VOLTS =
  /(?<![\d.,\p{L}-])-?(\d{1,6}(?:[.,]\d{1,3})?)\s{0,2}(?:volts?|vac|v|вольт|伏|ボルト|볼트|فولت)(?![\p{L}\d])/iu;
/** Where a device is to go, at the end of a query. */
const GOES_TO =
  /(?:(?<!\p{L})(?:to|in|for|nach|für|en|à|au|para|per|naar|do|в|для)|→|->)\s{1,3}(\p{L}[\p{L}'’ -]{1,40}?)\s{0,3}[?!.]{0,3}$/iu;
/** "To my home" names no place. */
const NO_PLACE = /^(?:my|our|your|the|this|that|me|us|here|mein|mon|ma|mi|hz|volts?|watts?|v|ac|dc)(?!\p{L})/iu;

/** What a typed question about mains asks that has no answer: an impossible voltage, plug or place; null otherwise. */
export function powerRefusal(
  text: string,
  named: readonly NamedCountry[],
  tables: ConversionTables,
): Conversion | null {
  const volts = VOLTS.exec(text);
  if (volts) {
    const label = readLabel(volts[0]);
    if (!label.ok && label.error.kind === 'absurd-voltage') {
      const span = { start: volts.index, end: volts.index + volts[0].length };
      return refusal(span, { heard: `${volts[1]} V` }, 'absurd-voltage');
    }
  }
  const plug = plugIn(text, { isQuery: true });
  if (plug && plug.plug === null) return refusal(plug, { heard: plug.written }, 'unknown-plug');
  if (!plug && ratingsIn(text).length === 0) return null;
  const supplies = named.map((one) => ({ one, supply: supplyOf(one.country, tables.mains) }));
  if (supplies.some(({ supply }) => supply.ok)) return null;
  const [first] = supplies;
  if (first && !first.supply.ok) return refusal(first.one, { heard: first.one.country }, first.supply.error.kind);
  const place = GOES_TO.exec(text);
  const name = place?.[1] ?? '';
  if (!place || NO_PLACE.test(name)) return null;
  const start = place.index + place[0].indexOf(name);
  return refusal({ start, end: start + name.length }, { heard: name }, 'unknown-country');
}
