/** Markup of the chat page of a marketplace nobody knows. */
export type DemoMarkup = 'modules' | 'plain' | 'shadow' | 'nameless' | 'table';

/** How a demo page is built; the same page after a release, in another language, for another buyer. */
export interface DemoChoice {
  readonly markup: DemoMarkup;
  /** What the build tool puts behind class names. */
  readonly hash?: string;
  /** Wrappers around each block. */
  readonly depth?: number;
  readonly lang?: 'en' | 'de' | 'ja' | 'ar' | 'ko' | 'es';
  readonly thread?: DemoThread;
}

/** A conversation of the demo pages. */
export interface DemoThread {
  readonly id: string;
  readonly order: string;
  readonly buyer: string;
  readonly messages: readonly (readonly ['buyer' | 'seller' | 'note', string])[];
}

/** Conversations with ids, names and words that have nothing in common. */
export const demoThreads: readonly DemoThread[] = [
  {
    id: '88123401',
    order: '5301-7741-2290',
    buyer: 'Marta Kowalska',
    messages: [
      ['buyer', 'Dzień dobry, gdzie jest moja paczka?'],
      ['seller', 'Good morning! It left our warehouse yesterday.'],
      ['note', 'Marta has opened the conversation again'],
      ['buyer', 'Dziękuję.\nA kiedy dotrze?'],
    ],
  },
  {
    id: '88123977',
    order: '5301-8852-3381',
    buyer: 'Jean-Luc Petit',
    messages: [
      ['buyer', 'Bonjour, la taille est trop petite.'],
      ['buyer', 'Puis-je échanger ?'],
      ['seller', 'Bien sûr.'],
    ],
  },
  {
    id: '88124555',
    order: '5302-1193-4472',
    buyer: 'Kim',
    messages: [['buyer', '색상이 사진과 달라요.']],
  },
];

const labels = {
  en: ['Messages', 'Order', 'Buyer', 'Write a reply', 'Send'],
  de: ['Nachrichten', 'Bestellung', 'Käufer', 'Antwort schreiben', 'Senden'],
  ja: ['メッセージ', '注文', '購入者', '返信を入力', '送信'],
  ar: ['الرسائل', 'الطلب', 'المشتري', 'اكتب ردًا', 'إرسال'],
  ko: ['메시지', '주문', '구매자', '답장 쓰기', '보내기'],
  es: ['Mensajes', 'Pedido', 'Comprador', 'Escribe una respuesta', 'Enviar'],
} as const;

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>');

/** Name of an element in the markup that was chosen: a class with a hash, without one, or nothing but a hash. */
function namer({ markup, hash = 'U3y4fIR' }: DemoChoice): (stem: string) => string {
  if (markup === 'plain' || markup === 'table') return (stem) => stem;
  if (markup === 'modules') return (stem) => `${stem}__${hash}`;
  return (stem) =>
    `css-${[...(stem + hash)].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 60_466_176, 7).toString(36)}`;
}

function bubbles(choice: DemoChoice, thread: DemoThread, name: (stem: string) => string): string {
  return thread.messages
    .map(([from, text], at) => {
      if (from === 'note')
        return `<div class="${name('systemNote')}" style="text-align:center;margin:0 auto;width:60%"><i>${escape(text)}</i></div>`;
      const place = from === 'seller' ? 'margin-inline-start:auto' : '';
      const side =
        choice.markup === 'nameless' || choice.markup === 'modules'
          ? name('bubble')
          : `${name('bubble')} ${name(`bubble-${from}`)}`;
      return `<div class="${name('messageRow')}" data-message-no="${at}9917" style="display:flex"><div class="${side}" style="max-width:60%;${place}"><div class="${name('messageText')}" dir="auto">${escape(text)}</div><time class="${name('messageTime')}">1${at}:2${at}</time></div></div>`;
    })
    .join('');
}

const wrap = (block: string, { depth = 0, hash = 'a' }: DemoChoice): string =>
  Array.from({ length: depth }).reduce<string>(
    (inner, _, level) => `<div class="css-${hash}${level}9x">${inner}</div>`,
    block,
  );

/** The whole document of a demo chat page. */
export function demoPage(choice: DemoChoice): string {
  const { lang = 'en', markup, thread = demoThreads[0]! } = choice;
  const [messages, order, buyer, write, send] = labels[lang];
  const name = namer(choice);
  const sessions = demoThreads
    .map(
      ({ buyer: who, id }) =>
        `<li class="${name('sessionItem')}" data-session-no="${id}"><b class="${name('sessionName')}">${who}</b><span>${name === undefined ? '' : 'OK'}</span></li>`,
    )
    .join('');
  const list = wrap(`<div class="${name('messageList')}" role="log">${bubbles(choice, thread, name)}</div>`, choice);
  const box = `<div class="${name('composerArea')}"><textarea class="${name('replyInput')}" placeholder="${write}" rows="3" style="width:60%"></textarea><br><button type="button" class="${name('sendButton')}" data-forbidden="send">${send}</button></div>`;
  const head = `<header class="${name('threadHead')}"><h2 class="${name('buyerName')}">${thread.buyer}</h2><p>${order}: <a class="${name('orderLink')}" href="/orders/detail/${thread.order}">${thread.order}</a> · ${buyer}</p></header>`;
  const head2 = `<header><h2>${thread.buyer}</h2><div>${order} <strong>${thread.order}</strong></div></header>`;
  const table = `<table class="infoTable"><tr><td>${order}</td><td class="orderNo">${thread.order}</td></tr><tr><td>${buyer}</td><td class="who">${thread.buyer}</td></tr></table>`;
  const heading = markup === 'nameless' ? head2 : markup === 'table' ? table : head;
  const body =
    markup === 'shadow'
      ? `<chat-panel><template shadowrootmode="open">${wrap(head, choice)}${list}<reply-box><template shadowrootmode="open"><textarea part="textarea" rows="3"></textarea></template></reply-box><button data-forbidden="send">${send}</button></template></chat-panel>`
      : `${wrap(heading, choice)}${list}${wrap(box, choice)}`;
  const forbidden = `<script>window.forbidden=[];for(const t of ['click','pointerdown','pointerup','mousedown','mouseup','touchstart','submit','dblclick','auxclick','contextmenu'])document.addEventListener(t,(e)=>e.target.localName!=='parley-teach'&&window.forbidden.push(t+' '+e.target.localName),true);document.querySelectorAll('[data-forbidden]').forEach((b)=>b.addEventListener('click',()=>window.forbidden.push('PRESSED')))</script>`;
  return `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${messages}</title></head><body><nav><a href="/messages">${messages} (12)</a> <button data-forbidden="nav">${order} 302</button></nav><div style="display:flex"><aside style="width:200px"><ul>${sessions}</ul></aside><main style="flex:1">${body}</main></div>${forbidden}</body></html>`;
}
