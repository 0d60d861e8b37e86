import type { Lang } from '../ids';
import type { RuleText } from './pack';
import type { Rule } from './parse-rules';

/** The explanations of rules in the interface language, English where there is none. */
export function textsFor(
  rules: readonly Pick<Rule, 'id' | 'texts' | 'sources'>[],
  uiLang: Lang,
): Readonly<Record<string, RuleText>> {
  return Object.fromEntries(
    rules.flatMap((rule) => {
      const base = uiLang.split('-')[0];
      const tag = Object.keys(rule.texts).find((one) => one === uiLang || one.split('-')[0] === base);
      const text = rule.texts[tag ?? 'en'] ?? rule.texts.en;
      return text ? [[rule.id, { ...text, sources: rule.sources }]] : [];
    }),
  );
}
