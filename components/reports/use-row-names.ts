import { useCallback, useEffect, useState } from 'react';
import type { AppApi } from '@/utils/app/api';
import { ownTexts } from '@/utils/domain/compliance/desk/apply-desk';
import { textsFor } from '@/utils/domain/compliance/texts-for';
import type { RowKind } from '@/utils/domain/reports/tables';
import { intentLabel, labelOr } from '../content/labels';
import { useShopLabels } from '../customers/use-shop-labels';
import { brandAs } from '@/utils/domain/ids';
import { countryLabel, languageLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { titleOf } from '../templates/template-entries';
import { useT } from '../ui/translate';

/** The name of a row, in words. */
export type RowName = (kind: RowKind, name: string) => string;

const hourLabel = (hour: string, uiLang: string): string =>
  new Intl.DateTimeFormat(uiLang, { hour: 'numeric', minute: '2-digit' }).format(new Date(2026, 0, 1, Number(hour)));

type Titles = ReadonlyMap<string, string>;

const templateTitles = async (api: AppApi, uiLang: string): Promise<Titles> => {
  const read = await api.templates.read();
  return new Map(read.ok ? read.value.templates.map((one) => [one.template.id, titleOf(one, uiLang)]) : []);
};

const ruleTitles = async (api: AppApi, uiLang: string): Promise<Titles> => {
  const [listed, view] = await Promise.all([api.rules.listed(), api.rules.read()]);
  if (!listed.ok || !view.ok) return new Map();
  const texts = textsFor([...listed.value.rules, ...listed.value.stated], uiLang);
  return new Map(Object.entries({ ...texts, ...ownTexts(view.value.desk) }).map(([id, { title }]) => [id, title]));
};

/** Titles by their ids; until they have come, and for what is there no more, there are none. */
function useTitles(load: (api: AppApi, uiLang: string) => Promise<Titles>): Titles {
  const { api, uiLang } = useApp();
  const [titles, setTitles] = useState<Titles>(new Map());
  useEffect(() => {
    let isLeft = false;
    void load(api, uiLang).then((found) => isLeft || setTitles(found));
    return () => {
      isLeft = true;
    };
  }, [api, uiLang, load]);
  return titles;
}

/** What people call the rows of reports; `titles` names products, `agents` people by their initials. */
export function useRowNames(
  titles: Readonly<Record<string, string>>,
  agents: Readonly<Record<string, string>>,
): RowName {
  const t = useT();
  const { uiLang } = useApp();
  const templates = useTitles(templateTitles);
  const rules = useTitles(ruleTitles);
  const shopLabel = useShopLabels();
  return useCallback(
    (kind, name) => {
      if (kind === 'intent') return intentLabel(t, name);
      if (kind === 'lang') return languageLabel(name, uiLang);
      if (kind === 'hour') return hourLabel(name, uiLang);
      if (kind === 'template') return templates.get(name) ?? name;
      if (kind === 'rule') return rules.get(name) ?? name;
      if (kind === 'product') return titles[name] ?? name;
      if (kind === 'country') return name === '?' ? t('reports.row.noCountry') : countryLabel(name, uiLang);
      if (kind === 'stars') return t('reports.row.starsOf', { count: Number(name) });
      if (kind === 'department') return labelOr(t, `worklog.department.${name}`, name);
      if (kind === 'shop') return name === '' ? t('reports.row.noShop') : shopLabel(brandAs<'ShopId'>(name));
      if (kind === 'agent') return agents[name] || t('reports.row.noAgent');
      if (kind === 'follow-up') return labelOr(t, `follow-ups.${name}.name`, name);
      return name;
    },
    [t, uiLang, templates, rules, titles, agents, shopLabel],
  );
}
