/**
 * The text of a bundle, line by line: whoever writes it feeds each line to its own hash and stream, in Node or a browser.
 * First the header, then the rows in the order of `bundleSections`, then the end.
 */
import { withoutFigures } from '../customers/work-out';
import { bundleSections, type BundleEnd, type BundleHeader, type BundleLine } from './bundle';
import { canonicalJson } from './canonical-json';

/** What a row is known by within its section: its key, its id, or the name of a setting. */
export const lineId = ({ section, row }: BundleLine): string =>
  section === 'settings' ? row.name : 'key' in row ? row.key : row.id;

const places = new Map(bundleSections.map((section, place) => [section, place]));

/** The order in which rows are written: by section, then by id in the order of UTF-16 units. */
export const compareLines = (a: BundleLine, b: BundleLine): number => {
  const apart = (places.get(a.section) ?? 0) - (places.get(b.section) ?? 0);
  const [one, other] = [lineId(a), lineId(b)];
  return apart !== 0 ? apart : one < other ? -1 : one > other ? 1 : 0;
};

/** The first line of a bundle, with its line feed. */
export const headerLine = (header: BundleHeader): string => `${canonicalJson({ header })}\n`;

/**
 * One row as a line with its line feed, without what is worked out from other rows.
 *
 * Errors: throws a TypeError for a row that is no plain data.
 */
export const rowLine = (line: BundleLine): string => {
  const row = line.section === 'buyers' ? withoutFigures(line.row) : line.row;
  // The section first, so that a reader of the file sees what a long line is about.
  return `{"s":${canonicalJson(line.section)},"r":${canonicalJson(row)}}\n`;
};

/** The last line, with its line feed: how many rows there are, and the SHA-256 in hexadecimal of all lines before it. */
export const endLine = ({ rows, sha256 }: BundleEnd): string => `${canonicalJson({ end: { rows, sha256 } })}\n`;
