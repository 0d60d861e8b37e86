import { createScope, type Scope } from '../../page/deep-query';
import { ownUrl } from '../../page/own-url';
import type { AliexpressFields } from './fields';

/** One look at a page that holds a conversation. */
export interface ChatPage {
  readonly doc: Document;
  readonly fields: AliexpressFields;
  /** The text box, where there is one; it helps to find the rest where no class name is known. */
  readonly box: HTMLElement | undefined;
}

/** The pages draw everything in the light DOM, so no shadow host is worth asking first. */
export const chatScope = (root: ParentNode): Scope => createScope(root);

/** Language of the page; sellers read Chinese where it says nothing. */
export const pageLang = (doc: Document): string => doc.documentElement.lang || 'zh-CN';

/** The address of a document, also of one in an about:blank frame. */
export const urlOf = (doc: Document): URL => ownUrl(new URL(doc.defaultView?.location.href ?? doc.URL), doc);

/** An order number; always text, since it is beyond the exact numbers of JavaScript. */
export const ORDER_ID = /^\d{15,20}$/;

/** Text of an element in one piece. */
export const textIn = (element: Element): string => (element.textContent ?? '').trim();

/** Whether an element holds text alone. */
export const isLeaf = (element: Element): boolean => element.childElementCount === 0;
