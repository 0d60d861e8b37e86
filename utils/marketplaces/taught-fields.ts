import type { TaughtField, TaughtPage } from '../domain/profiles/profile';
import { createScope } from '../page/deep-query';
import { pickNear } from '../page/derive-selectors-near';
import { found, lacking, type Field } from '../page/field';
import { innerTextBox, textBoxState, textOfBox } from '../page/text-box';
import { isVisible } from '../page/visible';

/** The text box of a taught page: the native one inside whatever was pointed at. */
export function findTaughtBox(doc: Document, page: TaughtPage): Field<HTMLElement> {
  const scope = createScope(doc);
  let problem: 'missing' | 'disabled' = 'missing';
  for (const [candidate, css] of (page.fields.composer ?? []).entries()) {
    const boxes = scope.all(css).flatMap((host) => {
      const box = innerTextBox(host);
      if (!box) return [];
      const state = textBoxState(box, host);
      if (state === 'disabled') problem = 'disabled';
      return state === 'ready' ? [box] : [];
    });
    const [box] = new Set(boxes);
    // Two boxes: nothing tells which one answers this conversation.
    if (box && new Set(boxes).size === 1) return found(box, candidate, 'taught');
  }
  return lacking(problem, 'composer');
}

/** Every candidate is asked; those that find something must agree, or a page that has moved its parts would be misread. */
export function readTaughtValue<T extends string>(
  doc: Document,
  { page, field, box }: { readonly page: TaughtPage; readonly field: TaughtField; readonly box: Element | undefined },
  parse: (element: Element) => T | undefined,
): Field<T> {
  const scope = createScope(doc);
  let first: Field<T> | undefined;
  let sawElement = false;
  for (const [candidate, css] of (page.fields[field] ?? []).entries()) {
    const hits = scope.all(css);
    const values = new Set(hits.flatMap((hit) => parse(hit) ?? []));
    sawElement ||= hits.length > 0;
    const near = pickNear(hits, box);
    const value = values.size === 1 ? [...values][0] : near && parse(near);
    if (value === undefined) continue;
    if (first?.ok && first.value !== value) return lacking('disagree', field);
    first ??= found(value, candidate, 'taught');
  }
  return first ?? lacking(sawElement ? 'invalid' : 'missing', field);
}

/**
 * Whether nothing but the text box was shown: replies and checks work in it, but nothing is read of whom they go to, and
 * so nothing is ever attached.
 */
export const isBoxAlone = ({ fields }: TaughtPage): boolean =>
  fields.composer !== undefined && !fields.message && !fields.orderId && !fields.buyerName;

const COUNTER = /^(\d{1,5})\s*\/\s*\d{1,6}$/;

/**
 * Whether a counter beside the box (`12/2000`) has counted the text; undefined where there is none. Send buttons are no
 * sign here: nothing was shown of them, and pages switch them off for reasons of their own.
 */
export function counterTook(box: HTMLElement, text: string): boolean | undefined {
  const around = box.parentElement?.parentElement ?? box.parentElement;
  const counts = [...(around?.querySelectorAll('*') ?? [])]
    .slice(0, 200)
    .filter((element) => element.childElementCount === 0 && isVisible(element))
    .flatMap((element) => COUNTER.exec((element.textContent ?? '').trim())?.[1] ?? []);
  const [count] = counts;
  if (counts.length !== 1 || count === undefined || text === '') return undefined;
  const counted = Number(count);
  // Some pages count what is left, or bytes: only a nought beside a text says that nothing arrived.
  if (counted === textOfBox(box).length) return true;
  return counted === 0 ? false : undefined;
}
