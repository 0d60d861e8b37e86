import { tidyLabel } from './label';

/** Months from-to. */
export type Months = readonly [low: number, high: number];

/** Long words first: `MESES` must not be read as `MES`. */
const MONTH = /^(?:M|MO|MOS|MTHS?|MONTHS?|MOIS|MES|MESES|MONATE?N?|MESI|МЕС.*|个月|個月|ヶ月|か月|개월)$/u;
const YEAR = /^(?:Y|YR|YRS|YO|YEARS?|A|AN|ANS|AÑOS?|JAHRE?N?|J|ANN[IO]|ANOS?|ЛЕТ|ГОДА?|岁|歲|才|歳|세|LAT|JAAR|YAŞ)$/u;

/** An age such as `5-6 y`, `18-24 m` or `5Y` in months; a bare number is years; null when it is no age. */
export function readAge(label: string): Months | null {
  const parts = /^(\d{1,3}(?:\.5)?)(?: ?([^\d\s./-]+)\.?)?(?: ?[-/] ?(\d{1,3}(?:\.5)?)(?: ?([^\d\s./-]+)\.?)?)?$/u.exec(
    tidyLabel(label),
  );
  if (!parts) return null;
  const [, first, firstUnit, second, secondUnit] = parts;
  const unit = secondUnit ?? firstUnit;
  const months = (value: string | undefined, name: string | undefined): number | null => {
    if (name === undefined || YEAR.test(name)) return Number(value) * 12;
    return MONTH.test(name) ? Number(value) : null;
  };
  const low = months(first, firstUnit ?? unit);
  const high = second === undefined ? low : months(second, unit);
  return low === null || high === null || high < low ? null : [low, high];
}
