import type { CountryPower } from './mains';

/** Warnings about a plug; see `PowerWarning`. */
export type PlugWarning =
  | 'polarised'
  | 'unearthed'
  | 'pins_touchable'
  | 'limited_outlets'
  | 'hybrid_likely'
  | 'two_pin'
  | 'pin_versions'
  | 'plug_current'
  | 'outlet_current';

/** How a plug goes into a country's outlets. `none`: the device has no mains plug, a USB lead for instance. */
export type PlugFit = 'direct' | 'adapter' | 'none' | 'unknown';

/** Outlets each plug enters safely. Source: plug standards as summarised by the Plug & Socket Museum; forced fits do not count. */
const ENTERS: Readonly<Record<string, string>> = { A: 'AB', B: 'B', C: 'CEFHJKLNO', 'E/F': 'EF', D: 'D', E: 'E', F: 'F', G: 'G', H: 'H', I: 'I', J: 'J', K: 'K', L: 'L', M: 'M', N: 'N', O: 'O' }; // prettier-ignore

/**
 * Ampere a plug type may carry (L and N also come for 16 and 20 A). Source: Plug & Socket Museum for C, WorldStandards
 * for O, the national standards for the rest.
 */
export const PLUG_AMPERE: Readonly<Record<string, number>> = { A: 15, B: 15, C: 2.5, D: 5, E: 16, F: 16, 'E/F': 16, G: 13, H: 16, I: 10, J: 10, K: 13, L: 10, M: 15, N: 10, O: 16 }; // prettier-ignore

/**
 * Outlets that exist in a country without being what most walls have: earthed three-pin ones in Japan, hybrids in
 * Thailand, small outlets beside G in the Emirates, the new N in South Africa. Source: notes of the mains tables.
 */
const SELDOM: Readonly<Record<string, string>> = { JP: 'B', TH: 'B', AE: 'CD', ZA: 'N', HK: 'DM' };

/** Combined outlets of these countries take American plugs only where both blades have the same width. */
const UNPOLARISED_OUTLETS: ReadonlySet<string> = new Set(['JP', 'CN', 'TH']);

/** Plug letter as this module uses it; the hybrid of E and F under its many names is `E/F`. Null for anything else. */
export function normalPlug(plug: string): string | null {
  const written = plug.normalize('NFKC').trim().toUpperCase();
  if (/USB|TYPE-?C USB|LIGHTNING|BATTER/.test(written)) return 'USB';
  const letters = written
    .replace(/^(?:PLUG )?(?:TYPE|TYP|TIPO|TIP|ТИП|タイプ)\s*|[\s.]/g, '')
    .replace(/(?:型|タイプ|PLUG|-?STECKER)$/u, '');
  if (/^(?:E[/+&-]?F|F[/+&-]?E|CEE7\/7|SCHUKO|EU|EUPLUG)$/.test(letters)) return 'E/F';
  if (letters === 'EURO' || letters === 'CEE7/16') return 'C';
  return ENTERS[letters] ? letters : (PLUG_OF_REGION[letters] ?? null);
}

/** Listings name plugs by region: a US plug has at least the two flat blades. */
const PLUG_OF_REGION: Readonly<Record<string, string>> = { US: 'A', UK: 'G', GB: 'G', AU: 'I', CN: 'I', JP: 'A', IT: 'L', CH: 'J', BR: 'N', IL: 'H', DK: 'K', TH: 'O' }; // prettier-ignore

/** Tells whether a plug enters one of a country's outlets as it should; forcing one in is no fit. */
export function fitOf(plug: string, power: CountryPower, warn: (warning: PlugWarning) => void): 'direct' | 'adapter' {
  const outlets = power.plugTypes;
  const entered = outlets.filter((outlet) => (ENTERS[plug] ?? '').includes(outlet));
  const isHybrid = plug === 'E/F' || plug === 'F' || plug === 'E';
  if (plug === 'A' && UNPOLARISED_OUTLETS.has(power.country)) warn('polarised');
  // Live and neutral are swapped in Argentina's version of type I.
  if (plug === 'I' && power.country === 'AR') warn('polarised');
  if (plug === 'I' && power.country === 'CN') warn('two_pin');
  if ((plug === 'L' || plug === 'N') && entered.length > 0) warn('pin_versions');
  if (entered.length > 0 && entered.every((outlet) => SELDOM[power.country]?.includes(outlet))) warn('limited_outlets');
  // The hybrid goes into Danish and Thai outlets, where no contact meets its earth.
  if (isHybrid && outlets.some((outlet) => outlet === 'K' || outlet === 'O')) warn('unearthed');
  if (isHybrid && outlets.includes('O')) warn('pins_touchable');
  // Where outlets have no earth at all no adapter brings one.
  if (plug !== 'A' && plug !== 'C' && outlets.every((outlet) => outlet === 'A' || outlet === 'C')) warn('unearthed');
  if ((plug === 'E' || plug === 'F') && entered.length === 0 && outlets.includes(plug === 'E' ? 'F' : 'E'))
    warn('hybrid_likely');
  return entered.length > 0 ? 'direct' : 'adapter';
}

/** Warns where the current is more than the plug, or any outlet of the country, may carry. */
export function warnAboutCurrent(
  draw: { readonly plug: string | null; readonly ampere: number },
  power: CountryPower,
  warn: (warning: PlugWarning) => void,
): void {
  // A rating of 1800 W at 120 V is exactly 15 A; rounding must not tip it over.
  const over = (limit: number): boolean => draw.ampere > limit * 1.001;
  if (draw.plug && over(PLUG_AMPERE[draw.plug] ?? Infinity)) warn('plug_current');
  if (over(Math.max(...power.plugTypes.map((outlet) => PLUG_AMPERE[outlet] ?? 0)))) warn('outlet_current');
}
