import { isVisible } from './visible';

/** Attributes with which tools claim a field; pages that refuse them write `false`. */
const CLAIMED =
  ':is([data-gramm],[data-gramm_editor],[data-lt-active],[data-lt-tmp-id],[data-pwa-id]):not([data-gramm="false"],[data-gramm_editor="false"],[data-lt-active="false"])';

/** Elements tools put beside the field they draw in. */
const BESIDE =
  'grammarly-extension,grammarly-editor-plugin,lt-highlighter,lt-div,deepl-input-controller,[class*="prowritingaid" i],[id*="prowritingaid" i],[class^="pwa-"]';

/** How far around the field such an element may stand; DeepL keeps one at the end of every page, which says nothing. */
const MAX_CLIMB = 3;

const meets = (a: DOMRect, b: DOMRect): boolean =>
  a.width > 0 && a.height > 0 && a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Whether something of a tool lies over the field now: its own box, or what is in its open root. */
const liesOver = (tool: Element, field: DOMRect): boolean =>
  [tool, ...(tool.shadowRoot?.querySelectorAll('*') ?? [])]
    .slice(0, 20)
    .some((part) => isVisible(part) && meets(part.getBoundingClientRect(), field));

/**
 * Whether another writing tool draws in a field: Grammarly, LanguageTool, DeepL or ProWritingAid. Two sets of lines under
 * one text would only confuse. Costs a query of the field's surroundings and one of the page.
 */
export function isDrawnInByOthers(field: HTMLElement): boolean {
  if (field.matches(CLAIMED)) return true;
  const root = field.getRootNode() as Document | ShadowRoot;
  let around = field.parentElement;
  for (let step = 0; around && step < MAX_CLIMB && around !== field.ownerDocument.body; step++) {
    if (around.querySelector(BESIDE)) return true;
    around = around.parentElement;
  }
  const tools = [...new Set([...root.querySelectorAll(BESIDE), ...field.ownerDocument.querySelectorAll(BESIDE)])];
  if (tools.length === 0) return false;
  const box = field.getBoundingClientRect();
  return tools.slice(0, 10).some((tool) => liesOver(tool, box));
}
