import { readField } from '../../page/candidates';
import type { Field } from '../../page/field';
import type { ShopHint } from '../contract';
import type { AmazonFields } from './fields';
import { asName, katalScope } from './page';

const ACCOUNT_ID = ['data-merchant-id', 'data-merchant-token', 'data-seller-id'];

/** The account the page is shown for, from the navigation around every page. */
export function readShop(doc: Document, fields: AmazonFields): Field<ShopHint> {
  const scope = katalScope(doc);
  const id = readField(scope, {
    field: 'shop',
    candidates: fields.accountId,
    parse: (element) => ACCOUNT_ID.map((name) => element.getAttribute(name)).find(Boolean) ?? undefined,
  });
  const name = readField(scope, { field: 'shop', candidates: fields.accountName, parse: asName });
  const hint: ShopHint = { ...(id.ok && { accountId: id.value }), ...(name.ok && { name: name.value }) };
  const read = id.ok ? id : name;
  return read.ok ? { ...read, value: hint } : read;
}
