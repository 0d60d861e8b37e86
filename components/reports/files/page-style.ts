/** How a report looks as a page of its own: on a telephone, on a desk and on paper, in the light and in the dark. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --bg: #ffffff; --card: #f5f6f9; --text: #1b1f27; --quiet: #515967; --line: #d5d9e2; --bar: #3a4bb5; --mark: #868e9c;
}
@media screen and (prefers-color-scheme: dark) {
  :root { --bg: #1d2026; --card: #262a32; --text: #e9ebf0; --quiet: #b0b7c4; --line: #414754; --bar: #aab6ff; --mark: #7b8493; }
}
* { box-sizing: border-box; }
html { background: var(--bg); color: var(--text); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  max-inline-size: 920px; margin: 0 auto; padding: 28px 20px 48px; overflow-wrap: anywhere;
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
}
h1, h2, h3, p, dl, dd, ul, figure { margin: 0; }
h1 { font-size: 25px; line-height: 1.25; }
h2 { margin-block: 40px 14px; padding-block-end: 6px; border-block-end: 2px solid var(--line); font-size: 19px; line-height: 1.3; }
h3 { font-size: 16px; line-height: 1.35; }
header p { margin-block-start: 6px; color: var(--quiet); }
.about { margin-block-start: 20px; padding: 14px 16px; border-inline-start: 3px solid var(--bar); background: var(--card); }
.about h2 { margin: 0 0 6px; padding: 0; border: 0; font-size: 15px; }
.about ul { padding-inline-start: 18px; }
.about li + li { margin-block-start: 3px; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-block-start: 18px; padding: 0; list-style: none; }
nav a { display: inline-block; padding-block: 4px; color: var(--bar); }
a:focus-visible { outline: 2px solid var(--bar); outline-offset: 2px; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr)); gap: 10px; }
.figures > div { padding: 12px 14px; border: 1px solid var(--line); border-radius: 8px; }
.figures dt { font-size: 13.5px; }
.figures dd { color: var(--quiet); font-size: 13px; line-height: 1.4; }
.figures dd.value { color: var(--text); font-size: 24px; line-height: 1.35; font-variant-numeric: tabular-nums; }
.figures dd.before-was { margin-block-start: 4px; }
article { margin-block-start: 30px; }
article > p { margin-block: 4px 12px; }
figure { margin-block-end: 12px; }
svg { display: block; overflow: visible; }
.bars { max-inline-size: 640px; }
.bars text { fill: var(--text); font-size: 13px; text-anchor: start; }
.bars text.end { text-anchor: end; font-variant-numeric: tabular-nums; }
.now { fill: var(--bar); }
.before { fill: var(--mark); }
.key { display: inline-block; vertical-align: middle; }
figcaption { display: flex; flex-wrap: wrap; gap: 4px 18px; color: var(--quiet); font-size: 13px; }
.wide { overflow-x: auto; }
table { inline-size: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 6px 10px; border-block-end: 1px solid var(--line); text-align: end; vertical-align: top; font-variant-numeric: tabular-nums; }
thead th { border-block-end: 2px solid var(--line); color: var(--quiet); font-weight: 600; font-size: 13px; vertical-align: bottom; }
tr > :first-child { padding-inline-start: 0; text-align: start; min-inline-size: 120px; }
tr > :last-child { padding-inline-end: 0; }
tbody th { font-weight: 400; }
thead th { overflow-wrap: break-word; word-break: keep-all; }
td { overflow-wrap: normal; }
.quiet { margin-block-start: 20px; color: var(--quiet); font-size: 13.5px; }
footer { margin-block-start: 44px; padding-block-start: 12px; border-block-start: 1px solid var(--line); color: var(--quiet); font-size: 13px; }
@media (max-width: 520px) {
  body { padding: 18px 14px 32px; }
  th, td { padding: 6px 4px; font-size: 13px; }
  thead th { font-size: 12px; }
  tr > :first-child { min-inline-size: 72px; }
}
@page { margin: 16mm 14mm; }
@media print {
  :root { color-scheme: light; }
  body { max-inline-size: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; }
  .part:has(table) { break-before: page; }
  .part:has(table) > h2 { margin-block-start: 0; }
  h2, h3, article > p { break-after: avoid; }
  figure, tr, .figures > div, .about { break-inside: avoid; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  .bars, .key, .about { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
