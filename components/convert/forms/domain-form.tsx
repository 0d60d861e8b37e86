import { createElement, useEffect, useState, type ComponentType } from 'react';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import type { ConverterChoice } from '../converter-choice';
import type { ConverterDomain } from '../converter-domain';

/** What every form of a domain works with. */
export interface DomainFormProps {
  readonly query: string;
  readonly choice: ConverterChoice;
  readonly tables: ConversionTables;
  readonly uiLang: string;
  readonly onQuery: (text: string) => void;
  readonly onChoice: (choice: ConverterChoice) => void;
}

type Form = ComponentType<DomainFormProps>;

/** Forms come with the first look at their tab: the popup opens without them. */
const loaders: Readonly<Record<Exclude<ConverterDomain, 'all'>, () => Promise<Form>>> = {
  sizes: async () => (await import('./size-form')).SizeForm,
  power: async () => (await import('./power-form')).PowerForm,
  units: async () => (await import('./unit-form')).UnitForm,
  time: async () => (await import('./time-form')).TimeForm,
};

/** The structured form of a tab; the tab for everything has none. */
export function DomainForm({
  domain,
  ...rest
}: Omit<DomainFormProps, 'uiLang'> & { readonly domain: ConverterDomain }) {
  const [forms, setForms] = useState<Partial<Record<ConverterDomain, Form>>>({});
  const form = forms[domain];
  useEffect(() => {
    if (domain === 'all' || form) return;
    let isLeft = false;
    void loaders[domain]().then((view) => isLeft || setForms((now) => ({ ...now, [domain]: view })));
    return () => {
      isLeft = true;
    };
  }, [domain, form]);
  return form ? createElement(form, { ...rest, uiLang: document.documentElement.lang || 'en' }) : null;
}
