import { readField } from '../../page/candidates';
import { found, type Field } from '../../page/field';
import { queryValue } from '../../page/query-value';
import type { ShopHint } from '../contract';
import type { AliexpressFields } from './fields';
import { chatScope, textIn, urlOf } from './page';

const MAX_NAME = 80;

/** Which of our shops a page belongs to: the channel in its address, and the name in its head. */
export function readShop(doc: Document, fields: AliexpressFields): Field<ShopHint> {
  const accountId = queryValue(urlOf(doc), 'channelid');
  const name = readField(chatScope(doc), {
    field: 'shop',
    candidates: fields.store,
    parse: (element) => textIn(element).slice(0, MAX_NAME) || undefined,
  });
  if (!accountId) return name.ok ? { ...name, value: { name: name.value } } : name;
  return found({ accountId, ...(name.ok && { name: name.value }) });
}
