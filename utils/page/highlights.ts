import { MARK_LINES, SEVERITIES, type MarkSeverity } from './mark';

/** Ranges to underline, by severity. */
export type MarkRanges = ReadonlyMap<MarkSeverity, readonly AbstractRange[]>;

/** Draws underlines on ranges without touching any element. */
export interface HighlightPainter {
  /** Underlines these ranges and none it underlined before. */
  paint(ranges: MarkRanges): void;
}

const nameOf = (severity: MarkSeverity): string => `parley-${severity}`;

const CSS_TEXT = SEVERITIES.map(
  (severity) =>
    `::highlight(${nameOf(severity)}) { text-decoration: ${MARK_LINES[severity]}; text-decoration-skip-ink: none; }`,
).join('\n');

/** Puts the rules into the root the ranges stand in; a document's rules do not reach into shadow roots everywhere. */
const style = (root: Document | ShadowRoot, sheet: CSSStyleSheet): void => {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};

/** Creates a painter for ranges of one root. The highlights are shared by all painters of the document. */
export const createHighlightPainter = (node: Node, signal: AbortSignal): HighlightPainter => {
  const view = node.ownerDocument?.defaultView ?? window;
  // A constructed sheet and not a style element: pages forbid those by their content policy.
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(CSS_TEXT);
  const painted = new Map<MarkSeverity, readonly AbstractRange[]>();

  const highlightOf = (severity: MarkSeverity): Highlight => {
    const known = view.CSS.highlights.get(nameOf(severity));
    if (known) return known;
    const made = new view.Highlight();
    made.priority = SEVERITIES.indexOf(severity);
    view.CSS.highlights.set(nameOf(severity), made);
    return made;
  };
  const paint = (ranges: MarkRanges): void => {
    let hasChanged = false;
    for (const severity of SEVERITIES) {
      const before = painted.get(severity) ?? [];
      const after = ranges.get(severity) ?? [];
      if (before.length === after.length && before.every((range, index) => range === after[index])) continue;
      hasChanged = true;
      const highlight = highlightOf(severity);
      for (const range of before) if (!after.includes(range)) highlight.delete(range);
      for (const range of after) if (!before.includes(range)) highlight.add(range);
      painted.set(severity, after);
    }
    // Looked at again with every change: pages replace the list of sheets as a whole, and fields move to other roots.
    if (hasChanged) style(node.getRootNode() as Document | ShadowRoot, sheet);
  };
  signal.addEventListener(
    'abort',
    () => {
      paint(new Map());
      const root = node.getRootNode() as Document | ShadowRoot;
      if (root.adoptedStyleSheets) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    },
    { once: true },
  );
  return { paint };
};
