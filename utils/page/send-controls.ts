import type { Sending } from './send-press';
import { composedParent, isVisible } from './visible';

const MAX_CLIMB = 6;
const NAMED =
  'button[type="submit"],input[type="submit"],:is(button,a,img,svg,[role="button"]):is([class*="send" i],[id*="send" i],[aria-label*="send" i],[title*="send" i])';
const PRESSABLE = 'button,input[type="button"],[role="button"],a';
/** "Send" and "Reply" as whole labels, in the languages seller pages come in. */
const WORDS =
  /^(?:send(?: message| reply)?|reply|submit|(?:ab)?senden|nachricht senden|antworten|envoyer|répondre|enviar(?: mensaje| mensagem)?|responder|invia(?: messaggio)?|rispondi|wyślij|verzenden|versturen|skicka|gönder|отправить|ответить|送信(?:する)?|返信(?:する)?|发送|發送|提交|回复|回覆|보내기|전송|답장|إرسال|رد)$/i;
const MAX_LABEL = 40;

const labelOf = (element: Element): string =>
  (
    element.getAttribute('aria-label') ??
    ((element as HTMLInputElement).value || (element.textContent ?? '').slice(0, MAX_LABEL + 1))
  ).trim();

const controlsIn = (around: Element): readonly Element[] => {
  const named = [...around.querySelectorAll(NAMED)];
  const worded = [...around.querySelectorAll(PRESSABLE)].filter((element) => WORDS.test(labelOf(element)));
  return [...new Set([...named, ...worded])].filter(isVisible);
};

/** What a box says of its Enter key: a hint for on-screen keyboards, or a line that tells people. */
const ENTER_SENDS =
  /\benter\b.{0,12}\b(?:to send|sends)\b|(?:按|点击)?\s*(?:enter|回车)\s*键?\s*发送|mit enter senden/i;

/**
 * What sends the text of a box on a page nobody knows: the nearest controls that say so by their type, name or label. Enter
 * sends in one-line fields, in editable elements, as chats use them, and where the box itself says so.
 */
export function sendingNear(box: HTMLElement): Sending {
  const said = `${box.getAttribute('placeholder') ?? ''} ${box.getAttribute('aria-label') ?? ''}`;
  const byEnter = box.localName !== 'textarea' || box.getAttribute('enterkeyhint') === 'send' || ENTER_SENDS.test(said);
  let around = composedParent(box);
  for (
    let step = 0;
    around && step < MAX_CLIMB && around.localName !== 'body';
    step++, around = composedParent(around)
  ) {
    const controls = controlsIn(around);
    if (controls.length > 0) return { controls, byEnter };
  }
  return { controls: [], byEnter };
}
