import { listLabel } from '../../content/labels';
import { momentLabel } from '../../customers/labels';

/** Longest value that is shown without asking. Units: characters. */
const SHORT = 120;

/** As files write moments. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const isMoment = (text: string): boolean => MOMENT.test(text) && !Number.isNaN(Date.parse(text));

const partText = (value: unknown, uiLang: string): string => {
  if (typeof value === 'string') return isMoment(value) ? momentLabel(value, uiLang) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((part) => partText(part, uiLang)).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${partText(part, uiLang)}`)
    .join(', ');
};

/** A value of any field as text: lists joined, maps as `key: value`, moments in local time; empty for nothing. */
export const valueText = (value: unknown, uiLang: string): string =>
  Array.isArray(value)
    ? listLabel(
        value.map((part) => partText(part, uiLang)),
        uiLang,
      )
    : partText(value, uiLang);

/** The beginning of a text that is too long to stand in a table; undefined when it is not. */
export const beginningOf = (text: string): string | undefined => {
  const characters = [...text];
  return characters.length <= SHORT ? undefined : `${characters.slice(0, SHORT - 1).join('')}…`;
};
