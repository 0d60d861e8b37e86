import type { Knobs } from '../knobs';

/** A machine translation of a page, as the visitor's browser or one of their extensions makes it. */
export interface PageTranslation {
  readonly by: Knobs['translated'];
  /** Language tag of the translation, for example `zh-CN`. */
  readonly lang: string;
  /** The translation of a text; the same text where there is none. */
  readonly translate: (text: string) => string;
}

const untouched =
  'script, style, textarea, input, select, noscript, svg, .notranslate, [translate=no], [contenteditable]';
const between = /(\s*[:：]\s*|\s[·–|-]\s|\s#\s|\n)/;

/**
 * Translates by a list of phrases: whole texts first, else the parts between colons, dots and dashes.
 *
 * A text of several lines is known by each of its lines as well, as a page shows them apart; lines beyond those of the
 * translation become empty. Of two translations the later one counts, so names go last.
 */
export function phraseBook(pairs: Iterable<readonly [original: string, translated: string]>): (text: string) => string {
  const book = new Map<string, string>();
  for (const [original, translated] of pairs) {
    book.set(original, translated);
    const to = translated.split('\n');
    const from = original.split('\n');
    from.forEach((line, at) => {
      const rest = at === from.length - 1 ? to.slice(at).join(' ') : to[at];
      if (line.trim() !== '') book.set(line.trim(), rest ?? '');
    });
  }
  return (text) => {
    const known = book.get(text);
    if (known !== undefined) return known;
    return text
      .split(between)
      .map((part) => book.get(part.trim()) ?? part)
      .join('');
  };
}

/** FNV-1a, as a stand-in for the numbers Edge writes. */
function numberOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return String(sum);
}

function fontOf(...children: (Node | string)[]): HTMLElement {
  const font = document.createElement('font');
  // Through the style object, because the page's policy forbids style attributes in markup.
  font.style.verticalAlign = 'inherit';
  font.append(...children);
  return font;
}

/** The extra node a translator extension puts behind the original of a paragraph. */
function targetWrapper(text: string, lang: string): HTMLElement {
  const layer = (className: string, ...children: (Node | string)[]): HTMLElement => {
    const font = document.createElement('font');
    font.className = `notranslate ${className}`;
    font.setAttribute('data-immersive-translate-translation-element-mark', '1');
    font.append(...children);
    return font;
  };
  const inner = layer('immersive-translate-target-inner', text);
  const block = layer('immersive-translate-target-translation-block-wrapper', inner);
  const wrapper = layer('immersive-translate-target-wrapper', document.createElement('br'), block);
  wrapper.lang = lang;
  return wrapper;
}

/** Text nodes with something to translate, in document order. */
function textsIn(root: ParentNode & Node): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/\p{L}/u.test(node.nodeValue ?? '') && !node.parentElement?.closest(untouched)) found.push(node as Text);
  }
  return found;
}

class Translator {
  private readonly done = new WeakSet<Node>();
  private counter = 0;

  constructor(private readonly how: PageTranslation) {}

  run(root: ParentNode & Node): void {
    if (this.how.by === 'bilingual') this.addToParagraphs(root);
    else for (const text of textsIn(root)) if (!this.done.has(text)) this.replace(text);
  }

  /** Says in the document element what each of them says there. */
  mark(): void {
    const { documentElement: html } = document;
    if (this.how.by === 'bilingual') {
      html.setAttribute('imt-state', 'dual');
      return;
    }
    html.lang = this.how.lang;
    if (this.how.by === 'chrome') html.classList.add('translated-ltr');
  }

  private replace(text: Text): void {
    const original = text.data;
    const translated = this.translated(original);
    if (this.how.by === 'chrome') {
      const inner = document.createTextNode(translated);
      this.done.add(inner);
      text.replaceWith(fontOf(fontOf(inner)));
      return;
    }
    if (this.how.by === 'edge') {
      this.counter += 1;
      text.parentElement?.setAttribute('_msttexthash', numberOf(original));
      text.parentElement?.setAttribute('_msthash', String(this.counter));
    }
    text.data = translated;
    this.done.add(text);
  }

  private addToParagraphs(root: ParentNode & Node): void {
    for (const text of textsIn(root)) {
      const paragraph = text.parentElement;
      if (!paragraph || this.done.has(paragraph)) continue;
      this.done.add(paragraph);
      const original = [...paragraph.childNodes]
        .map((node) => (node instanceof Text ? node.data : node.nodeName === 'BR' ? '\n' : ''))
        .join('');
      const translated = this.translated(original);
      if (translated.trim() === original.trim()) continue;
      paragraph.setAttribute('data-immersive-translate-walked', numberOf(original));
      paragraph.setAttribute('data-immersive-translate-paragraph', '1');
      paragraph.append(targetWrapper(translated, this.how.lang));
    }
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) this.addToParagraphs(element.shadowRoot);
  }

  private translated(text: string): string {
    const core = text.trim();
    return core === '' ? text : text.replace(core, () => this.how.translate(core));
  }
}

/**
 * Translates the page and keeps translating what it draws later, as the visitor's browser does.
 *
 * `chrome` wraps each text into two nested `font` elements, `edge` numbers the elements, `firefox` leaves no trace but
 * the language of the document; all three take the original away and stay out of shadow roots. `bilingual` leaves the
 * original and adds a node to every paragraph, also in open shadow roots.
 */
export function translatePage(how: PageTranslation): void {
  if (how.by === 'none') return;
  const translator = new Translator(how);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    timer = undefined;
    translator.mark();
    translator.run(document.body);
  };
  new MutationObserver(() => (timer ??= setTimeout(run, 120))).observe(document.body, {
    childList: true,
    subtree: true,
  });
  run();
}
