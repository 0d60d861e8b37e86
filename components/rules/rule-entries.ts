import type { DeskView, ListedRules, RuleExamples, ShownExample } from '@/utils/app/rules-api';
import { holdingGuards, isLocked, settingOf } from '@/utils/domain/compliance/desk/apply-desk';
import type { RuleSetting } from '@/utils/domain/compliance/desk-rules';
import type { Severity } from '@/utils/domain/compliance/input';
import type { RuleSource } from '@/utils/domain/compliance/parse-rules';
import { textsFor } from '@/utils/domain/compliance/texts-for';

/** Topics of the list, in its order. */
export const ruleGroups = [
  'review',
  'contact',
  'promo',
  'order',
  'pii',
  'tone',
  'form',
  'context',
  'guard',
  'note',
  'own',
] as const;

/** One topic of the list. */
export type RuleGroup = (typeof ruleGroups)[number];

/** A rule as the page shows it. */
export interface RuleEntry {
  readonly id: string;
  readonly group: RuleGroup;
  readonly title: string;
  readonly why: string;
  readonly alternative: string;
  readonly sources: readonly RuleSource[];
  /** As shipped, by marketplace; `any` is every other place. */
  readonly severities: readonly (readonly [market: string, severity: Severity])[];
  readonly setting: RuleSetting;
  readonly isLocked: boolean;
  /** This agent has locked it for the team. */
  readonly isTeamLocked: boolean;
  /** Breaking it risks the account. */
  readonly holds: boolean;
  readonly direction?: 'reply' | 'proactive';
  /** The same in every language: its condition is no words. */
  readonly isAboutWords: boolean;
}

// By the first word of the id, so that a new rule finds its place without a change here.
const GROUP_OF: Readonly<Record<string, RuleGroup>> = {
  review: 'review',
  contact: 'contact',
  link: 'contact',
  off: 'contact',
  social: 'contact',
  impersonate: 'contact',
  promo: 'promo',
  pii: 'pii',
  tone: 'tone',
  fmt: 'form',
  amz: 'form',
  ctx: 'context',
  guard: 'guard',
  note: 'note',
  own: 'own',
};

/** The topic a rule belongs to. */
export const groupOf = (id: string): RuleGroup => GROUP_OF[id.split('-')[0] ?? ''] ?? 'order';

/** Every rule with what the desk has decided about it, in the order of topics and titles. */
export function ruleEntries(
  { rules, stated }: ListedRules,
  { desk, locks }: DeskView,
  uiLang: string,
): readonly RuleEntry[] {
  const texts = textsFor([...rules, ...stated], uiLang);
  const common = (id: string) => ({
    id,
    group: groupOf(id),
    setting: settingOf(desk, id) ?? {},
    isLocked: isLocked(desk, id),
    isTeamLocked: locks.some(({ rule, by }) => rule === id && by === 'self'),
    title: texts[id]?.title ?? id,
    why: texts[id]?.why ?? '',
    alternative: texts[id]?.alternative ?? '',
    sources: texts[id]?.sources ?? [],
  });
  const shipped = rules.map((rule): RuleEntry => ({
    ...common(rule.id),
    severities: rule.marketplaces.map((market) => [market, rule.severity[market] ?? rule.severity['any'] ?? 'warn']),
    holds: rule.holds === true,
    isAboutWords: true,
    ...(rule.directions?.length === 1 && rule.directions[0] ? { direction: rule.directions[0] } : {}),
  }));
  const withCode = stated.map((rule): RuleEntry => {
    const markets = rule.marketplaces.length === 0 ? ['any'] : rule.marketplaces;
    return {
      ...common(rule.id),
      severities: markets.map((market) => [market, rule.severity]),
      holds: holdingGuards.includes(rule.id),
      isAboutWords: false,
    };
  });
  const own = desk.own.map((rule): RuleEntry => ({
    ...common(rule.id),
    title: rule.title,
    why: rule.why,
    alternative: rule.alternative,
    severities: (rule.marketplaces.length === 0 ? ['any'] : rule.marketplaces).map((market) => [market, rule.severity]),
    holds: false,
    isAboutWords: false,
  }));
  const place = (entry: RuleEntry): number => ruleGroups.indexOf(entry.group);
  const collator = new Intl.Collator(uiLang);
  return [...shipped, ...withCode, ...own].sort((a, b) => place(a) - place(b) || collator.compare(a.title, b.title));
}

/** What the list is narrowed to; an empty string is everything. */
export interface RuleFilter {
  readonly search: string;
  readonly group: RuleGroup | '';
  readonly severity: Severity | '';
  readonly state: 'changed' | 'locked' | 'off' | '';
  readonly lang: string;
}

/** Everything is shown. */
export const noFilter: RuleFilter = { search: '', group: '', severity: '', state: '', lang: '' };

/** Whether the desk has decided something about a rule. */
export const isChanged = ({ setting }: RuleEntry): boolean => setting.severity !== undefined || setting.off === true;

/** The severities a rule has now. */
export const severitiesNow = ({ severities, setting }: RuleEntry): readonly Severity[] =>
  setting.severity === undefined ? severities.map(([, severity]) => severity) : [setting.severity];

/** The words of an example. */
export const exampleText = (example: ShownExample): string => (typeof example === 'string' ? example : example.text);

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const isState = (entry: RuleEntry, state: RuleFilter['state']): boolean =>
  state === '' ||
  (state === 'locked' && (entry.isLocked || entry.isTeamLocked)) ||
  (state === 'off' && entry.setting.off === true) ||
  (state === 'changed' && isChanged(entry));

/** The rules that fit; examples count once they are loaded. */
export function filterEntries(
  entries: readonly RuleEntry[],
  filter: RuleFilter,
  examples: Readonly<Record<string, RuleExamples>> | undefined,
): readonly RuleEntry[] {
  const words = plain(filter.search).split(/\s+/).filter(Boolean);
  const hasAll = (entry: RuleEntry): boolean => {
    const own = examples?.[entry.id];
    const shown = own ? [...own.bad, ...own.good, ...own.nearMiss].map(exampleText) : [];
    const text = plain([entry.title, entry.id, entry.why, entry.alternative, ...shown].join('\n'));
    return words.every((word) => text.includes(word));
  };
  return entries.filter(
    (entry) =>
      (filter.group === '' || entry.group === filter.group) &&
      (filter.severity === '' || severitiesNow(entry).includes(filter.severity)) &&
      isState(entry, filter.state) &&
      (filter.lang === '' || !entry.isAboutWords || examples === undefined || examples[entry.id] !== undefined) &&
      (words.length === 0 || hasAll(entry)),
  );
}
