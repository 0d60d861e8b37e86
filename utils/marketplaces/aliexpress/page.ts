import { createScope, type Scope } from '../../page/deep-query';
import { ownUrl } from '../../page/own-url';

/** The chat draws everything in the light DOM, so no shadow host is worth asking first. */
export const chatScope = (root: ParentNode): Scope => createScope(root);

/** Language of the page; sellers read Chinese where it says nothing. */
export const pageLang = (doc: Document): string => doc.documentElement.lang || 'zh-CN';

/** The address of a document, also of one in an about:blank frame. */
export const urlOf = (doc: Document): URL => ownUrl(new URL(doc.defaultView?.location.href ?? doc.URL), doc);

/** An order number; always text, since it is beyond the exact numbers of JavaScript. */
export const ORDER_ID = /^\d{15,20}$/;
