import type { Lang } from '../../ids';
import type { TemplateReview, TemplateRow } from '../../records';
import type { ReplyCatalogue } from '../suggest';
import type { ReplyTemplate } from '../template';
import { textPrint } from './text-print';

/** What a desk has decided about one reply, as far as the reply itself is concerned. */
export type TemplateDecision = Pick<TemplateRow, 'id' | 'template' | 'off' | 'reviews' | 'tags' | 'deleted'>;

/** A reply as a desk has it. */
export interface DeskTemplate {
  readonly template: ReplyTemplate;
  readonly origin: 'shipped' | 'changed' | 'own';
}

type Languages = ReplyTemplate['languages'];

const holdsFor = (review: TemplateReview, body: Languages[Lang]): boolean =>
  body.status.state === 'draft' && review.print === textPrint(body.texts);

/** What ships, with the signatures of the desk on the words they were given for, and its tags. */
const sign = (shipped: ReplyTemplate, { reviews, tags }: TemplateDecision): ReplyTemplate => {
  const read = Object.entries(reviews).flatMap(([lang, review]) => {
    const body = shipped.languages[lang];
    if (!body || !holdsFor(review, body)) return [];
    return [[lang, { ...body, status: { state: 'reviewed', by: review.by, on: review.on } }] as const];
  });
  if (read.length === 0 && tags === undefined) return shipped;
  const languages: Languages = { ...shipped.languages, ...Object.fromEntries(read) };
  return { ...shipped, languages, ...(tags === undefined ? {} : { tags: [...tags] }) };
};

/** The last answer for each decision: prints are work, and who asks again should get the same object. */
const signedBefore = new WeakMap<
  TemplateDecision,
  { readonly shipped: ReplyTemplate; readonly signed: ReplyTemplate }
>();

const signedBy = (shipped: ReplyTemplate, decision: TemplateDecision): ReplyTemplate => {
  const known = signedBefore.get(decision);
  if (known?.shipped === shipped) return known.signed;
  const signed = sign(shipped, decision);
  signedBefore.set(decision, { shipped, signed });
  return signed;
};

/** One reply as the desk has it: its own words, else those that ship; null when there are none. */
export const deskTemplate = (
  shipped: ReplyTemplate | undefined,
  decision: TemplateDecision | undefined,
): DeskTemplate | null => {
  if (decision?.template && decision.deleted === 0)
    return { template: decision.template, origin: shipped ? 'changed' : 'own' };
  if (!shipped) return null;
  return { template: decision?.deleted === 0 ? signedBy(shipped, decision) : shipped, origin: 'shipped' };
};

/** All replies of a desk: those that ship in their order, then its own in the order of their ids. */
export const deskTemplates = (
  shipped: readonly ReplyTemplate[],
  decisions: ReadonlyMap<string, TemplateDecision>,
): readonly DeskTemplate[] => {
  const ids = new Set(shipped.map(({ id }) => id));
  const own = [...decisions.values()].filter(({ id }) => !ids.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...shipped.flatMap((template) => deskTemplate(template, decisions.get(template.id)) ?? []),
    ...own.flatMap((decision) => deskTemplate(undefined, decision) ?? []),
  ];
};

/** The template in the languages somebody has read; null when there is none. */
const readOnly = (template: ReplyTemplate): ReplyTemplate | null => {
  const all = Object.entries(template.languages);
  const read = all.filter(([, { status }]) => status.state === 'reviewed');
  if (read.length === all.length) return template;
  return read.length === 0 ? null : { ...template, languages: Object.fromEntries(read) };
};

/**
 * The replies to choose from at this desk: shipped ones with what it has decided, its own, without those out of use. The same
 * object that was given when all of it stands as it ships.
 */
export const mergeShelf = (
  shipped: ReplyCatalogue,
  decisions: ReadonlyMap<string, TemplateDecision>,
  choice: { readonly onlyReviewed: boolean },
): ReplyCatalogue => {
  const inUse = deskTemplates(shipped.templates, decisions)
    .map(({ template }) => template)
    .filter(({ id }) => decisions.get(id)?.off !== 1 || decisions.get(id)?.deleted === 1);
  const templates = choice.onlyReviewed ? inUse.flatMap((template) => readOnly(template) ?? []) : inUse;
  const isAsShipped =
    templates.length === shipped.templates.length && templates.every((one, at) => one === shipped.templates[at]);
  return isAsShipped ? shipped : { templates };
};

/** Signatures in a template that hold for the words that ship as well, to be kept when those take its place again. */
export const signaturesFor = (
  shipped: ReplyTemplate,
  template: ReplyTemplate,
): Readonly<Record<Lang, TemplateReview>> => {
  const kept = Object.entries(template.languages).flatMap(([lang, { status, texts }]) => {
    const body = shipped.languages[lang];
    if (status.state !== 'reviewed' || body?.status.state !== 'draft') return [];
    const print = textPrint(texts);
    return print === textPrint(body.texts) ? [[lang, { by: status.by, on: status.on, print }] as const] : [];
  });
  return Object.fromEntries(kept);
};
