import type { KnownVariable } from '@/utils/domain/replies/desk/variables';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { variableLabel } from '../../content/labels';
import type { Translate } from '../../ui/translate';
import type { Variable } from './editor-state';

/** A value that can be put into a sentence. */
export interface ValueOption {
  readonly variable: Variable;
  /** What people call it in the interface language. */
  readonly label: string;
  /** What it may look like; empty when there is nothing to show. */
  readonly sample: string;
  /** The reply has it already. */
  readonly isDeclared: boolean;
}

// A greeting goes without a name and a closing line without a shop; both have words for it.
const CAN_BE_MISSING = new Set(['buyerName', 'shopName']);

/** A known value as a reply declares it first: asked for while it is missing, so that no blank is ever sent. */
export const newVariable = ({ name, type, choices, label }: KnownVariable): Variable => ({
  name,
  type,
  required: !CAN_BE_MISSING.has(name),
  ...(choices ? { choices: [...choices] } : {}),
  ...(label === undefined ? {} : { label }),
});

/** What people call a value: its own label, else the words there are for its name. */
export const valueLabel = (t: Translate, { name, label }: Pick<Variable, 'name' | 'label'>): string =>
  label ?? variableLabel(t, name);

/** Labels of a reply's values by name, for drafts. */
export const labelsOf =
  (t: Translate, { variables }: ReplyTemplate) =>
  (name: string): string =>
    valueLabel(t, variables.find((variable) => variable.name === name) ?? { name });

/** The values of this reply first, then every other one that is known; each group in the order of its labels. */
export function valueOptions(
  variables: readonly Variable[],
  known: readonly Variable[],
  words: { readonly t: Translate; readonly uiLang: string; readonly sampleOf: (variable: Variable) => string },
): readonly ValueOption[] {
  const { t, uiLang, sampleOf } = words;
  const declared = new Set(variables.map(({ name }) => name));
  const option = (variable: Variable): ValueOption => ({
    variable,
    label: valueLabel(t, variable),
    sample: sampleOf(variable),
    isDeclared: declared.has(variable.name),
  });
  const { compare } = new Intl.Collator(uiLang);
  const sorted = (some: readonly Variable[]) => some.map(option).sort((a, b) => compare(a.label, b.label));
  return [...sorted(variables), ...sorted(known.filter(({ name }) => !declared.has(name)))];
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/gu, 'ss').toLowerCase();

/** The options whose label, name or sample has the words; braces typed by habit do not count. */
export function searchValues(options: readonly ValueOption[], typed: string): readonly ValueOption[] {
  const wanted = folded(typed.replace(/[{}|]/gu, ' ').trim());
  if (wanted === '') return options;
  return options.filter(({ variable, label, sample }) =>
    [label, variable.name, sample].some((text) => folded(text).includes(wanted)),
  );
}
