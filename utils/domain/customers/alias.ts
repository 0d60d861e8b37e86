/** The kinds of name that identify a buyer, in the order in which they are believed. */
const STRONG_KINDS = ['buyer', 'case', 'order'] as const;

/** A name as a page shows it. */
export interface SeenAlias {
  readonly kind: 'order' | 'case' | 'buyer' | 'display-name';
  readonly value: string;
  readonly strong: boolean;
}

/** Longest name of a buyer that is kept. Units: UTF-16 units. */
export const maxNameLength = 200;

const LONGEST_ID = 128;
// Ids have no spaces and no @: what has one is a mail address or a sentence, and neither is ever kept as a name.
const ID_SHAPE = /^[^\s@]+$/;
const MAIL_OR_PHONE = /[@＠]|\d(?:[\s().-]*\d){6,}/;
// `M***a`, `M•••a`, `M…a`: what a page hides is not kept, or two people with the same letters would look like one.
const MASKED = /[*＊•·●○×]{2,}|\.{3}|…|\bx{3,}\b/i;

/**
 * The names that identify a buyer as `kind:value`, believed ones first, without repeats. A display name never does.
 *
 * Example: order 123-4567890-1234567 becomes `order:123-4567890-1234567`.
 */
export const strongAliases = (aliases: readonly SeenAlias[]): readonly string[] => {
  const usable = aliases
    .map((alias) => ({ ...alias, value: alias.value.trim() }))
    .filter(({ strong, value }) => strong && value.length <= LONGEST_ID && ID_SHAPE.test(value));
  const inOrder = STRONG_KINDS.flatMap((kind) => usable.filter((alias) => alias.kind === kind));
  return [...new Set(inOrder.map(({ kind, value }) => `${kind}:${value}`))];
};

/** How many different orders a record is known by. */
export const countOrders = (aliases: readonly string[]): number =>
  aliases.filter((alias) => alias.startsWith('order:')).length;

// A name that turns the direction of writing would turn what stands beside it.
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A display name that may be kept, or undefined when the page shows a masked name, a mail address or a phone number in its
 * place.
 */
export const keepableName = (name: string | undefined): string | undefined => {
  const trimmed = name?.replace(UNSEEN, '').trim() ?? '';
  const isNone = trimmed === '' || MAIL_OR_PHONE.test(trimmed) || MASKED.test(trimmed);
  return isNone ? undefined : trimmed.slice(0, maxNameLength);
};
