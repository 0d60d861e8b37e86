import type { StrangerLang } from './kit';

interface Words {
  readonly menu: readonly string[];
  readonly help: string;
  readonly hint: string;
  readonly period: string;
}

const words: Readonly<Record<StrangerLang, Words>> = {
  en: {
    menu: ['Orders', 'Messages', 'Performance'],
    help: 'Was this page helpful?',
    hint: 'Tell us what we can do better',
    period: '1 Nov 2026 - 21 Nov 2026',
  },
  de: {
    menu: ['Bestellungen', 'Nachrichten', 'Leistung'],
    help: 'War diese Seite hilfreich?',
    hint: 'Sagen Sie uns, was wir besser machen können',
    period: '1. Nov. 2026 - 21. Nov. 2026',
  },
  fr: {
    menu: ['Commandes', 'Messages', 'Performances'],
    help: 'Cette page vous a-t-elle aidé ?',
    hint: 'Dites-nous ce que nous pouvons améliorer',
    period: '1 nov. 2026 - 21 nov. 2026',
  },
  ja: {
    menu: ['注文', 'メッセージ', 'パフォーマンス'],
    help: 'このページは役に立ちましたか?',
    hint: '改善点をお聞かせください',
    period: '2026年11月1日 - 2026年11月21日',
  },
  'zh-CN': {
    menu: ['订单', '消息', '绩效'],
    help: '此页面对您有帮助吗?',
    hint: '请告诉我们可以改进的地方',
    period: '2026年11月1日 - 2026年11月21日',
  },
  ar: {
    menu: ['الطلبات', 'الرسائل', 'الأداء'],
    help: 'هل كانت هذه الصفحة مفيدة؟',
    hint: 'أخبرنا بما يمكننا تحسينه',
    period: '1 نوفمبر 2026 - 21 نوفمبر 2026',
  },
};

/** Top of a seller page: our shop, a menu with counts, a range of days. Nothing of it belongs to a buyer. */
export const topOf = (lang: StrangerLang, shop: string): string => {
  const { menu, period } = words[lang];
  return `<header role="banner"><div class="acct"><button type="button" aria-haspopup="listbox">${shop}</button></div>
<nav>${menu.map((word, at) => `<a href="/home/${at}">${word} <span class="badge">${12 - at * 5}</span></a>`).join('')}</nav>
<p class="span">${period}</p></header>`;
};

/** Foot of a seller page with a text box of its own, which is not for buyers. */
export const footOf = (lang: StrangerLang): string => {
  const { help, hint } = words[lang];
  return `<footer><section class="survey"><h4>${help}</h4><textarea name="survey" placeholder="${hint}"></textarea>
<button type="button">OK</button></section></footer>`;
};
