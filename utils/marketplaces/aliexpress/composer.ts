import { found, lacking, type Field } from '../../page/field';
import { isFeedbackBox, nearestTo, textBoxState, textOfBox, verdictOf } from '../../page/text-box';
import type { Sending } from '../../page/send-press';
import { composedParent, isVisible } from '../../page/visible';
import { aliexpressDetector, isDisputePath } from './detect';
import { chatScope, urlOf } from './page';
import type { AliexpressFields } from './fields';

/** Places whose text boxes are no answer to a buyer; the offers of a dispute are written in a dialog. */
const ELSEWHERE = '[role="search"],header,nav';

/** What stands nearest to the box of a conversation where a page has several. */
const MESSAGES = '[class*="im-message-item"],[role="log"],[data-from],[data-sender],[data-side]';

/** The text box of the open conversation. */
export function findComposerBox(doc: Document, fields: AliexpressFields): Field<HTMLElement> {
  const url = urlOf(doc);
  if (aliexpressDetector.pageKind(url, doc) !== 'thread') return lacking('missing', 'composer');
  const scope = chatScope(doc);
  const isDispute = isDisputePath(url);
  const elsewhere = isDispute ? ELSEWHERE : `[role="dialog"],${ELSEWHERE}`;
  const taught = fields.composer.filter(({ kind }) => kind === 'taught');
  const candidates = isDispute ? [...taught, ...fields.disputeComposer] : fields.composer;
  let sawDisabled = false;
  for (const [candidate, { css, kind }] of candidates.entries()) {
    const ready = scope.all(css).flatMap((element): readonly HTMLElement[] => {
      const box = element as HTMLElement;
      if (isFeedbackBox(box) || box.closest(elsewhere)) return [];
      const state = textBoxState(box, box);
      sawDisabled ||= state === 'disabled';
      return state === 'ready' ? [box] : [];
    });
    const messages = ready.length > 1 ? scope.first(MESSAGES) : undefined;
    const own = messages ? nearestTo(messages, ready, (box) => box) : ready.at(-1);
    if (own) return found(own, candidate, kind);
    if (sawDisabled) break;
  }
  return lacking(sawDisabled ? 'disabled' : 'missing', 'composer');
}

const SEND =
  'img[class*="send" i],a[class*="send" i],button[class*="send" i],[role="button"][class*="send" i],a[aria-disabled]';

/** What looks like a send control nearest to the box: an image in newer builds, a link in older ones. */
function sendControls(box: HTMLElement): readonly Element[] {
  let around = composedParent(box);
  for (let step = 0; around && step < 6; step++, around = composedParent(around)) {
    const controls = [...around.querySelectorAll(SEND)].filter(isVisible);
    if (controls.length > 0) return controls;
  }
  const submit = isDisputePath(urlOf(box.ownerDocument)) ? submitBeside(box) : undefined;
  return submit ? [submit] : [];
}

/** The page's own send controls beside a box; Enter sends in the chat and makes a line in the answer to an offer. */
export const sendingOf = (box: HTMLElement): Sending => ({
  controls: sendControls(box),
  byEnter: !isDisputePath(urlOf(box.ownerDocument)),
});

/** The button that hands in the answer to an offer: the first main button around the box. */
function submitBeside(box: HTMLElement): Element | undefined {
  let around = composedParent(box);
  for (let step = 0; around && step < 4; step++, around = composedParent(around)) {
    const button = [...around.querySelectorAll('button[class*="primary" i],button[type="submit"]')].find(isVisible);
    if (button) return button;
  }
  return undefined;
}

const isOff = (control: Element): boolean =>
  /(?:^|[\s_-])disabled?(?:$|[\s_-])/i.test(control.getAttribute('class') ?? '') ||
  control.getAttribute('aria-disabled') === 'true' ||
  control.hasAttribute('disabled');

/** Whether the page shows that it took the text: the send control is on, and a counter, where there is one, agrees. */
export function pageTookText(box: HTMLElement, text: string): boolean | undefined {
  const send = sendControls(box).at(-1);
  const counter = [...(box.parentElement?.querySelectorAll('[class*="count" i]') ?? [])]
    .filter(isVisible)
    .map((element) => /^(\d{1,5})(?:\s*\/\s*\d+)?$/.exec((element.textContent ?? '').trim())?.[1])
    .find((count) => count !== undefined);
  return verdictOf([
    send && text.trim() !== '' ? !isOff(send) : undefined,
    counter ? Number(counter) === textOfBox(box).length : undefined,
  ]);
}
