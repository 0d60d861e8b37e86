/**
 * A report as one page that needs nothing else: no script, no request, no Parley. For people outside the desk, so it is
 * written of `sharedDocument` only.
 */
import type { DocumentFigure, DocumentPart, DocumentTable, ReportDocument } from '@/utils/domain/reports/document';
import { FEWEST_ORDERS } from '@/utils/domain/reports/shareable';
import type { Translate } from '../../ui/translate';
import { barsOf } from './bars';
import { escaped } from './markup';
import { pageStyle } from './page-style';

// What a text of a product could ask for is refused by the browser as well.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const figureHtml = (figure: DocumentFigure, t: Translate): string =>
  [
    `<div data-figure="${escaped(figure.id)}"><dt>${escaped(figure.title)}</dt>`,
    `<dd class="value">${escaped(figure.label)}</dd>`,
    `<dd>${escaped(figure.how)}</dd>`,
    `<dd class="before-was">${escaped(t('reports.beforeWas', { value: figure.labelBefore }))}</dd></div>`,
  ].join('');

const tableHtml = (table: DocumentTable, t: Translate, isRtl: boolean): string => {
  const { id, title, sentence, rowTitle, columns, rows } = table;
  const heads = [rowTitle, ...columns.map((column) => column.title)];
  const body = rows.map(
    ({ name, labels }) =>
      `<tr><th scope="row"><bdi>${escaped(name)}</bdi></th>${labels.map((label) => `<td>${escaped(label)}</td>`).join('')}</tr>`,
  );
  return [
    `<article data-table="${escaped(id)}" aria-labelledby="table-${escaped(id)}"><h3 id="table-${escaped(id)}">${escaped(title)}</h3>`,
    `<p>${escaped(sentence)}</p>`,
    barsOf(table, { t, isRtl }),
    // What is wider than a telephone moves by itself; browsers let the keyboard reach what moves.
    '<div class="wide"><table><thead><tr>',
    heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join(''),
    `</tr></thead><tbody>${body.join('')}</tbody></table></div></article>`,
  ].join('');
};

const partHtml = ({ id, title, tables, nothingOf }: DocumentPart, t: Translate, isRtl: boolean): string =>
  [
    `<section class="part" aria-labelledby="part-${id}"><h2 id="part-${id}">${escaped(title)}</h2>`,
    ...tables.map((table) => tableHtml(table, t, isRtl)),
    nothingOf === null ? '' : `<p class="quiet">${escaped(nothingOf)}</p>`,
    '</section>',
  ].join('');

const aboutHtml = (t: Translate): string => {
  const sentences = ['source', 'nothing', 'compared', 'noPersons', 'products', 'currencies'].map((id) =>
    t(`reports.shared.about.${id}`, { fewest: FEWEST_ORDERS }),
  );
  return `<section class="about" aria-labelledby="about"><h2 id="about">${escaped(t('reports.shared.about.title'))}</h2><ul>${sentences
    .map((sentence) => `<li>${escaped(sentence)}</li>`)
    .join('')}</ul></section>`;
};

const contentsHtml = (document: ReportDocument, t: Translate): string => {
  const parts = [['glance', document.glance], ...document.parts.map(({ id, title }) => [`part-${id}`, title])];
  const links = parts.map(([id, title]) => `<li><a href="#${id}">${escaped(title ?? '')}</a></li>`);
  return `<nav aria-label="${escaped(t('reports.shared.contents'))}"><ul>${links.join('')}</ul></nav>`;
};

/** A report as one HTML file; `madeOn` is the moment in words. */
export const reportPage = (
  document: ReportDocument,
  { t, madeOn }: { readonly t: Translate; readonly madeOn: string },
): string => {
  const { lang, direction, title, days, shops, figures, parts } = document;
  const isRtl = direction === 'rtl';
  return [
    `<!doctype html>\n<html lang="${escaped(lang)}" dir="${direction}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>\n<style>${pageStyle}</style>\n</head>\n<body>`,
    `<header><h1>${escaped(title)}</h1><p>${escaped(days)}</p><p>${escaped(shops)}</p></header>`,
    `<main>${aboutHtml(t)}${contentsHtml(document, t)}`,
    `<section aria-labelledby="glance"><h2 id="glance">${escaped(document.glance)}</h2><dl class="figures">`,
    `${figures.map((figure) => figureHtml(figure, t)).join('')}</dl></section>`,
    `${parts.map((part) => partHtml(part, t, isRtl)).join('')}</main>`,
    `<footer><p>${escaped(t('reports.shared.made', { at: madeOn }))}</p></footer>\n</body>\n</html>\n`,
  ].join('\n');
};
