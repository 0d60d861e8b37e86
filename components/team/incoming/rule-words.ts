/** Rows of rules as the page of message rules words them. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { HeldBack, ImportLine } from '@/utils/app/bundles-api';
import type { ListedRules } from '@/utils/app/rules-api';
import { HOLDS_SENDING, ruleOfRow } from '@/utils/domain/compliance/desk/rule-row-id';
import { textsFor } from '@/utils/domain/compliance/texts-for';
import { labelOr, languageName } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { placeLabel } from '../../rules/place-label';
import { useT, type Translate } from '../../ui/translate';
import { deedLabel } from '../../worklog/log-words';

const names: Readonly<Record<string, string>> = {
  severity: 'rules.list.severity',
  off: 'imports.rule.check',
  on: 'rules.pack.import.holdsSending',
  lock: 'imports.rule.lock',
  'own.title': 'rules.own.form.title',
  'own.why': 'rules.rule.why',
  'own.alternative': 'rules.rule.instead',
  'own.words': 'rules.own.words',
  'own.unless': 'rules.own.unless',
  'own.severity': 'rules.list.severity',
  'own.marketplaces': 'rules.own.form.markets',
  'own.langs': 'rules.own.form.langs',
  'own.replacement': 'rules.own.form.replacement',
};

/** What a field of a rule is called; null for one that has no words. */
export const ruleFieldName = (t: Translate, field: string): string | null =>
  Object.hasOwn(names, field) ? t(names[field] ?? '') : null;

/** Why a row takes no effect. */
export const heldWords = (t: Translate, held: HeldBack): string =>
  held.kind === 'no-lead' ? t('imports.held.noLead') : t(`imports.held.${held.by}`, { name: held.name });

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** A value of a rule in words: severities, on and off, and the names of marketplaces and languages. */
export const ruleValue = (
  t: Translate,
  uiLang: string,
  { field, value }: { field: string; value: unknown },
): unknown => {
  switch (field) {
    case 'severity':
      return t(`rules.severity.${typeof value === 'string' ? value : 'shipped'}`);
    case 'own.severity':
      return typeof value === 'string' ? t(`rules.severity.${value}`) : value;
    case 'off':
      return t(value === 1 ? 'rules.severity.off' : 'imports.rule.on');
    case 'on':
      return t(value === 1 ? 'imports.rule.on' : 'rules.severity.off');
    case 'lock':
      return t(value === undefined ? 'imports.rule.open' : 'imports.rule.locked');
    case 'own.marketplaces':
      return list(value).map((market) => placeLabel(t, market));
    case 'own.langs':
      return list(value).map((lang) => languageName(lang, uiLang));
    default:
      return value;
  }
};

/** What rows are called; the names of shipped rules are read once some are shown. */
export function useLineTitle(lines: readonly ImportLine[]): (line: ImportLine) => string {
  const t = useT();
  const { api, uiLang } = useApp();
  const { rules } = api;
  const [listed, setListed] = useState<ListedRules | null>(null);
  const isNeeded = lines.some(({ section }) => section === 'rules');
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isOver = false;
    void rules.listed().then((found) => {
      if (!isOver && found.ok) setListed(found.value);
    });
    return () => {
      isOver = true;
    };
  }, [isNeeded, rules]);
  const texts = useMemo(() => (listed ? textsFor([...listed.rules, ...listed.stated], uiLang) : {}), [listed, uiLang]);
  return useCallback(
    ({ section, id, title }) => {
      const rule = ruleOfRow(id);
      const named = rule === HOLDS_SENDING ? t('rules.pack.import.holdsSending') : texts[rule]?.title;
      if (section === 'log') return deedLabel(t, { what: title, count: 1 });
      if (section === 'settings') return labelOr(t, `imports.setting.${title}`, title);
      return (section === 'rules' ? named : undefined) ?? title;
    },
    [t, texts],
  );
}
