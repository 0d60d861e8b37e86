import { useMemo } from 'react';
import { ownTexts } from '@/utils/domain/compliance/desk/apply-desk';
import { textsFor } from '@/utils/domain/compliance/texts-for';
import { useApp } from '../dashboard/app-context';
import type { DeskState } from './use-desk';

/** What people call a rule; its id when it is a rule no more. */
export function useRuleNames({ listed, view }: DeskState): (id: string) => string {
  const { uiLang } = useApp();
  const { desk } = view;
  return useMemo(() => {
    const texts = { ...textsFor([...listed.rules, ...listed.stated], uiLang), ...ownTexts(desk) };
    return (id) => texts[id]?.title ?? id;
  }, [listed, desk, uiLang]);
}
