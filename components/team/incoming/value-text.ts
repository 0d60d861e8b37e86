import { listLabel } from '../../content/labels';

/** Longest value that is shown without asking. Units: characters. */
const SHORT = 120;

const partText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(partText).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${partText(part)}`)
    .join(', ');
};

/** A value of any field as text: lists joined, maps as `key: value`; empty for nothing. */
export const valueText = (value: unknown, uiLang: string): string =>
  Array.isArray(value) ? listLabel(value.map(partText), uiLang) : partText(value);

/** The beginning of a text that is too long to stand in a table; undefined when it is not. */
export const beginningOf = (text: string): string | undefined => {
  const characters = [...text];
  return characters.length <= SHORT ? undefined : `${characters.slice(0, SHORT - 1).join('')}…`;
};
