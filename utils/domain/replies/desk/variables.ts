import type { VariableType } from '../draft';
import type { ReplyTemplate } from '../template';

/** A variable that templates ask for. */
export interface KnownVariable {
  readonly name: string;
  /** The one it has most often. */
  readonly type: VariableType;
  /** Everything a `choice` of this name is between anywhere. */
  readonly choices?: readonly string[];
  /** What a variable of the desk's own is called. */
  readonly label?: string;
  /** How many templates ask for it. */
  readonly uses: number;
}

interface Uses {
  readonly types: Map<VariableType, number>;
  readonly choices: Set<string>;
  label?: string;
  uses: number;
}

function countUses(templates: readonly ReplyTemplate[]): ReadonlyMap<string, Uses> {
  const all = new Map<string, Uses>();
  for (const { variables } of templates)
    for (const { name, type, choices = [], label } of variables) {
      const one: Uses = all.get(name) ?? { types: new Map(), choices: new Set(), uses: 0 };
      one.uses += 1;
      one.types.set(type, (one.types.get(type) ?? 0) + 1);
      for (const choice of choices) one.choices.add(choice);
      if (label !== undefined) one.label ??= label;
      all.set(name, one);
    }
  return all;
}

const byCount = (types: ReadonlyMap<VariableType, number>): readonly VariableType[] =>
  [...types].sort(([, a], [, b]) => b - a).map(([type]) => type);

/** Every variable the templates declare, the most used first, then by name. */
export function knownVariables(templates: readonly ReplyTemplate[]): readonly KnownVariable[] {
  return [...countUses(templates)]
    .map(([name, { types, choices, label, uses }]) => {
      const type = byCount(types)[0] ?? 'text';
      return {
        name,
        type,
        uses,
        ...(type === 'choice' && choices.size > 0 ? { choices: [...choices] } : {}),
        ...(label === undefined ? {} : { label }),
      };
    })
    .sort((a, b) => b.uses - a.uses || (a.name < b.name ? -1 : 1));
}

/** Variables that are not of the same type everywhere, with the types they have, the most used first. */
export const variableConflicts = (
  templates: readonly ReplyTemplate[],
): readonly { readonly name: string; readonly types: readonly VariableType[] }[] =>
  [...countUses(templates)].flatMap(([name, { types }]) => (types.size > 1 ? [{ name, types: byCount(types) }] : []));
