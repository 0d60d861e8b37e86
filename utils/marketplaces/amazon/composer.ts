import { found, lacking, type Field } from '../../page/field';
import { queryValue } from '../../page/query-value';
import { innerTextBox, isFeedbackBox, nearestTo, textBoxState, textOfBox, verdictOf } from '../../page/text-box';
import type { Sending } from '../../page/send-press';
import { composedParent, isVisible } from '../../page/visible';
import { shadowRootOf, type Scope } from '../../page/deep-query';
import { amazonDetector } from './detect';
import type { AmazonFields } from './fields';
import { katalScope, katalText, urlOf } from './page';

/** A composer: the component the page uses and the native box inside. */
export interface ComposerParts {
  readonly host: Element;
  readonly box: HTMLElement;
}

const mentions = (element: Element, caseId: string | undefined): boolean => {
  for (let at: Element | null = element; caseId && at; at = composedParent(at))
    if (at.getAttributeNames().some((name) => at.getAttribute(name)?.includes(caseId))) return true;
  return false;
};

/** The text box of the open case or contact form; several boxes: the one of the open case, else the last of the thread. */
export function findComposerParts(doc: Document, fields: AmazonFields): Field<ComposerParts> {
  const url = urlOf(doc);
  const kind = amazonDetector.pageKind(url, doc);
  if (kind !== 'thread' && kind !== 'contact') return lacking('missing', 'composer');
  const caseId = queryValue(url, 'cc');
  const scope = katalScope(doc);
  let sawDisabled = false;
  for (const [candidate, { css, kind: source }] of fields.composer.entries()) {
    const near = scope.all(css);
    // A survey in the page itself must not hide a box in a root.
    const hosts = near.length > 0 && near.every((host) => isFeedbackBox(host)) ? scope.every(css) : near;
    const usable = hosts.flatMap((host): readonly ComposerParts[] => {
      const box = innerTextBox(host);
      if (!box || isFeedbackBox(host, box) || host.closest('[role="search"],header,nav')) return [];
      const state = textBoxState(box, host);
      sawDisabled ||= state === 'disabled';
      return state === 'ready' ? [{ host, box }] : [];
    });
    const own = usable.find(({ host }) => mentions(host, caseId)) ?? nearestPart(usable, scope, fields);
    if (own) return found(own, candidate, source);
    // A disabled box of the conversation itself is the answer; looking on would only find boxes for other purposes.
    if (sawDisabled) break;
  }
  return lacking(sawDisabled ? 'disabled' : 'missing', 'composer');
}

/** Of several boxes the one that stands nearest to the conversation, or to the reasons of a contact page. */
function nearestPart(usable: readonly ComposerParts[], scope: Scope, fields: AmazonFields): ComposerParts | undefined {
  if (usable.length < 2) return usable[0];
  const anchors = [...fields.thread, ...fields.contactRoot].map(({ css }) => css).join(',');
  const anchor = scope.first(anchors);
  return anchor ? nearestTo(anchor, usable, ({ box }) => box) : usable.at(-1);
}

/** The nearest element around the composer that also holds the page's send button; null where there is none. */
function formAround(host: Element): { readonly form: Element; readonly send: Element } | null {
  let form = composedParent(host);
  for (let step = 0; form && step < 8; step++, form = composedParent(form)) {
    for (const css of [
      'kat-button.ayb-contact-form-send-button',
      'kat-button[variant="primary"]',
      'button[type="submit"]',
    ]) {
      const send = [...form.querySelectorAll(css)].filter(isVisible).at(-1);
      if (send) return { form, send };
    }
  }
  return null;
}

const isOff = (button: Element): boolean => {
  const inner = shadowRootOf(button)?.querySelector('button') ?? button.querySelector('button');
  return [button, inner].some(
    (element) =>
      element !== null &&
      ((element.hasAttribute('disabled') && element.getAttribute('disabled') !== 'false') ||
        element.getAttribute('aria-disabled') === 'true'),
  );
};

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A counter "12/4000" somewhere near the box. */
function countsMatch(around: readonly (ParentNode | null)[], length: number): boolean | undefined {
  for (const root of around)
    for (const element of root?.querySelectorAll('[class*="counter" i],[class*="count" i]') ?? []) {
      const shown = /(\d{1,5})\s*\/\s*\d{3,5}/.exec(element.textContent ?? '')?.[1];
      if (shown && isVisible(element)) return Number(shown) === length;
    }
  return undefined;
}

const hostOf = (box: HTMLElement): Element => {
  const root = box.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : (box.closest('kat-textarea') ?? box);
};

/** The page's own send button beside a box; Enter makes a line there. */
export function sendingOf(box: HTMLElement): Sending {
  const around = formAround(hostOf(box));
  return { controls: around ? [around.send] : [], byEnter: false };
}

/**
 * Whether the page shows that it took the text: counter, preview and Send agree. The counter alone may belong to the
 * component and not to the page, so a Send button that stays off outweighs it.
 */
export function pageTookText(box: HTMLElement, text: string): boolean | undefined {
  const root = box.getRootNode();
  const host = hostOf(box);
  const around = formAround(host);
  const preview =
    around &&
    [...around.form.querySelectorAll('[class*="preview-text" i],[class*="preview" i]')].filter(isVisible).at(-1);
  const shown = preview ? flat(katalText(preview)) : '';
  const attribute = host === box ? null : host.getAttribute('value');
  return verdictOf([
    countsMatch([around?.form ?? null, 'host' in root ? (root as ShadowRoot) : null], textOfBox(box).length),
    around && text.trim() !== '' ? !isOff(around.send) : undefined,
    shown ? flat(text).startsWith(shown.slice(0, 200)) || shown.includes(flat(text).slice(0, 200)) : undefined,
    attribute === text && text !== '' ? true : undefined,
  ]);
}
