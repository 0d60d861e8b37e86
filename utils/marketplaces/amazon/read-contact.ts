import { brandAs, type Lang, type OrderId } from '../../domain/ids';
import { readField } from '../../page/candidates';
import { shadowRootOf } from '../../page/deep-query';
import { found, lacking, type Field } from '../../page/field';
import { queryValue } from '../../page/query-value';
import type { ContactReason } from '../contract';
import { LANGUAGE_LABEL, nameInHeading, reasonOf } from './locale';
import { katalScope, katalText, ORDER_ID, pageLang } from './page';
import { orderLinks } from './read-order';
import type { AmazonFields } from './fields';

/** Languages a buyer may prefer, named in the page's language or in English. */
const LANGUAGES =
  'ar bg bn cs da de el en es et fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sv ta te th tr uk vi zh'.split(
    ' ',
  );

/** The language a display name stands for ("Spanish", "Spanisch"), read in the page's language and in English. */
export function langNamed(name: string, pageLanguage: string): Lang | undefined {
  const wanted = name.trim().toLowerCase();
  for (const locale of [pageLanguage, 'en']) {
    const names = new Intl.DisplayNames([locale], { type: 'language' });
    const lang = LANGUAGES.find((code) => {
      const known = names.of(code)?.toLowerCase();
      return known === wanted || (known && wanted.startsWith(`${known} (`));
    });
    if (lang) return lang;
  }
  return undefined;
}

/** "Buyer's Language of Preference: Spanish", wherever a label says so. */
export const readBuyerLang = (root: ParentNode, fields: AmazonFields): Field<Lang> =>
  readField(katalScope(root), {
    field: 'buyerLang',
    candidates: fields.buyerLanguage,
    parse: (label) => {
      const [what = '', behind = ''] = katalText(label).split(/[:：]/);
      const beside = label.matches('dt,th') ? label.nextElementSibling : null;
      const name = behind || (beside ? katalText(beside) : '');
      return LANGUAGE_LABEL.test(what) && name ? langNamed(name, pageLang(label.ownerDocument)) : undefined;
    },
  });

/** The name in "Send message to Maria". */
export const readContactName = (root: ParentNode, fields: AmazonFields): Field<string> =>
  readField(katalScope(root), {
    field: 'buyerName',
    candidates: fields.contactHeading,
    parse: (heading) => {
      const name = nameInHeading(katalText(heading));
      return name && name.length <= 80 ? name : undefined;
    },
  });

/** The order of a contact page: the address and the page must name the same one, if both name one. */
export function readContactOrder(root: ParentNode, url: URL, fields: AmazonFields): Field<OrderId> {
  const named = queryValue(url, 'orderid');
  const inAddress = named && ORDER_ID.test(named) ? brandAs<'OrderId'>(named) : undefined;
  const linked = orderLinks(root, fields);
  const inText = linked.length > 0 ? undefined : ORDER_ID.exec(katalText(root))?.[0];
  const onPage = linked[0]?.id ?? (inText ? brandAs<'OrderId'>(inText) : undefined);
  if (inAddress && onPage && inAddress !== onPage && !linked.some(({ id }) => id === inAddress))
    return lacking('disagree', 'orderId');
  const id = inAddress ?? onPage;
  return id ? found(id) : lacking('missing', 'orderId');
}

const isChosen = (radio: Element): boolean => {
  const inner = radio.matches('input')
    ? radio
    : (radio.querySelector('input[type="radio"]') ?? shadowRootOf(radio)?.querySelector('input[type="radio"]') ?? null);
  if (inner) return (inner as HTMLInputElement).checked;
  const state = radio.getAttribute('checked') ?? radio.getAttribute('aria-checked');
  return state !== null && state !== 'false';
};

/** The contact reason the agent has chosen; the last of the list is always "other". */
export function readReason(root: ParentNode, fields: AmazonFields): Field<ContactReason> {
  const scope = katalScope(root);
  for (const [candidate, { css, kind }] of fields.reasons.entries()) {
    const radios = scope.all(css);
    const chosen = radios.findIndex(isChosen);
    if (chosen < 0) continue;
    const radio = radios[chosen]!;
    const around = radio.closest('label');
    const label = katalText(radio) || radio.getAttribute('aria-label') || (around ? katalText(around) : '');
    const reason = chosen === radios.length - 1 && radios.length > 1 ? 'other' : reasonOf(label);
    return found(reason, candidate, kind);
  }
  return lacking('missing', 'contactReason');
}
