import type { ColumnKind } from '@/utils/domain/reports/tables';
import type { Figure } from '@/utils/domain/reports/glance';
import { numberLabel } from '../customers/labels';
import type { Translate } from '../ui/translate';

const SECONDS = 60;
const HOUR = 60;
const NOTHING = '–';

const percent = (value: number, uiLang: string): string =>
  new Intl.NumberFormat(uiLang, { style: 'percent', maximumFractionDigits: value !== 0 && value < 0.1 ? 1 : 0 }).format(
    value,
  );

const oneDecimal = (value: number, uiLang: string): string =>
  new Intl.NumberFormat(uiLang, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(value);

/** Hundredths of a currency's unit as an amount; the code itself where the browser does not know it. */
export const moneyLabel = (hundredths: number, currency: string, uiLang: string): string => {
  try {
    return new Intl.NumberFormat(uiLang, { style: 'currency', currency }).format(hundredths / 100);
  } catch {
    // RangeError: not a currency code.
    return `${numberLabel(hundredths / 100, uiLang)} ${currency}`;
  }
};

const spanLabel = (t: Translate, seconds: number): string => {
  const minutes = Math.floor(seconds / SECONDS);
  if (minutes === 0) return t('reports.time.seconds', { n: seconds });
  if (minutes < HOUR) {
    const rest = seconds % SECONDS;
    return rest === 0 ? t('reports.time.minutes', { n: minutes }) : t('reports.time.both', { m: minutes, s: rest });
  }
  return t('reports.time.hours', { h: Math.floor(minutes / HOUR), m: minutes % HOUR });
};

/** A value of a table; a dash where there is none. */
export const cellLabel = (value: number | null, kind: ColumnKind, uiLang: string, currency: string): string => {
  if (value === null) return NOTHING;
  if (kind === 'share') return percent(value, uiLang);
  if (kind === 'stars' || kind === 'estimate') return oneDecimal(value, uiLang);
  return kind === 'money' ? moneyLabel(value, currency, uiLang) : numberLabel(value, uiLang);
};

/** The value of a figure; a dash where nothing was counted. */
export const figureLabel = (t: Translate, { kind, value }: Pick<Figure, 'kind' | 'value'>, uiLang: string): string => {
  if (value === null) return NOTHING;
  if (kind === 'share') return percent(value, uiLang);
  if (kind === 'count') return numberLabel(value, uiLang);
  return spanLabel(t, kind === 'minutes' ? value * SECONDS : value);
};
