/** What people call a row of a bundle, in a list of what a file would change. */
import { ruleOfRow } from '../compliance/desk/rule-row-id';
import type { BundleLine } from './bundle';

/** Longest title. Units: characters. */
const LONGEST = 80;

const numberIn = (aliases: readonly string[]): string => {
  const named = aliases.find((alias) => !alias.startsWith('hash:')) ?? '';
  return named.slice(named.indexOf(':') + 1);
};

const wholeTitle = ({ section, row }: BundleLine): string => {
  switch (section) {
    case 'shops':
      return row.name;
    case 'buyers':
      return row.displayName ?? numberIn(row.aliases);
    case 'orders':
      return row.orderId;
    case 'events':
      return row.orderId ?? row.productId ?? '';
    case 'notes':
    case 'entries':
      return row.text;
    case 'contacts':
      return row.orderId ?? row.kind;
    case 'promises':
      return row.what;
    case 'followUps':
      return row.orderId ?? row.kind;
    case 'products':
      return row.title;
    case 'templates':
      return row.template?.id ?? row.id;
    case 'rules':
      return row.own?.title ?? ruleOfRow(row.id);
    case 'overrides':
      return row.rules.join(', ');
    case 'agents':
      return row.initials;
    case 'settings':
      return row.name;
    case 'mutes':
      return row.rule;
    case 'templateVersions':
    case 'templateEdits':
      return row.templateId;
    case 'log':
      return row.what;
  }
};

/** A name, a number or the beginning of a text, on one line and at most 80 characters; empty when there is nothing. */
export const rowTitle = (line: BundleLine): string => {
  const characters = [...wholeTitle(line).replace(/\s+/g, ' ').trim()];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
};
