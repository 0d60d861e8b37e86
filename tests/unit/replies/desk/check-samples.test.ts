import { describe, expect, it } from 'vitest';
import { draftText } from '@/utils/domain/replies/draft-text';
import { sampleFacts, sampleOrderIds } from '@/utils/domain/replies/desk/sample-facts';
import { sampleWords } from '@/utils/domain/replies/desk/sample-words';
import { knownVariables, variableConflicts } from '@/utils/domain/replies/desk/variables';
import { renderDraft } from '@/utils/domain/replies/render';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';
import { shippedTemplates } from '../catalogue';
import { aTemplate } from './builders';

const templates = shippedTemplates();

describe('sample values', () => {
  it('stand in every reply language, for every variable of the shipped templates', () => {
    for (const lang of SHIPPED_LANGS) {
      expect(Object.keys(sampleWords)).toContain(lang);
      const facts = sampleFacts(lang);
      for (const { name, type } of knownVariables(templates))
        if (type !== 'choice') expect(facts, `${lang} ${name}`).toHaveProperty(name);
    }
  });

  it('are words of their own for every text the shipped templates ask for', () => {
    for (const { name, type } of knownVariables(templates))
      if (type === 'text') expect(sampleFacts('en')[name]?.value, name).not.toBe('A-12');
  });

  it('fill every shipped template wholly', () => {
    for (const template of templates)
      for (const lang of Object.keys(template.languages)) {
        const made = renderDraft(template, lang, sampleFacts(lang, template));
        expect(made?.open, `${template.id} ${lang}`).toEqual([]);
      }
  });

  it('make a letter a buyer of that language could get', () => {
    const checking = templates.find(({ id }) => id === 'where-is-order-shipped')!;
    const letter = (lang: string): string =>
      draftText(renderDraft(checking, lang, sampleFacts(lang, checking, '2026-03-30'))!.draft, String);
    expect(letter('de')).toContain('Guten Tag Katrin,');
    expect(letter('de')).toContain('am 25. März 2026');
    expect(letter('ja')).toContain('佐藤');
  });

  it('count dates from the day they are asked on', () => {
    const facts = sampleFacts('en', undefined, '2026-02-27');
    expect([facts['shipDate'], facts['updateDate'], facts['remedyDate']].map((fact) => fact?.value)).toEqual([
      '2026-02-22',
      '2026-03-01',
      '2026-03-02',
    ]);
  });

  it('hold an order number as the marketplace writes it', () => {
    const orderId = { name: 'orderId', type: 'order-id', required: false } as const;
    const on = (marketplaces: string[]) =>
      sampleFacts('en', aTemplate({ scope: { marketplaces }, variables: [orderId] }));
    expect(on(['aliexpress'])['orderId']?.value).toBe(sampleOrderIds.aliexpress);
    expect(on(['amazon', 'aliexpress'])['orderId']?.value).toBe(sampleOrderIds.amazon);
    expect(sampleOrderIds.amazon).toMatch(/^\d{3}-\d{7}-\d{7}$/);
    expect(sampleOrderIds.aliexpress).toMatch(/^\d{16}$/);
  });

  it('exist for variables nobody knows', () => {
    const variables = [
      { name: 'gate', type: 'text', required: true, label: 'Gate' },
      { name: 'dock', type: 'text', required: true, fallback: 'dock 4' },
      { name: 'constructor', type: 'text', required: true },
      { name: 'way', type: 'choice', required: true, choices: ['sea', 'air'] },
    ] as const;
    const facts = sampleFacts('de', aTemplate({ variables: variables.map((one) => ({ ...one })) as never }));
    expect(['gate', 'dock', 'constructor', 'way'].map((name) => facts[name]?.value)).toEqual([
      'Gate',
      'dock 4',
      'A-12',
      'sea',
    ]);
  });

  it.each(['fi', 'constructor', 'zz-ZZ', 'not a language'])('are English in %s', (lang) => {
    expect(sampleFacts(lang)['buyerName']?.value).toBe('Emily');
  });

  it('are those of the language in a regional one', () => {
    expect(sampleFacts('pt-BR')['buyerName']?.value).toBe('Mariana');
  });
});

describe('the variables of templates', () => {
  it('come with type, choices and use, the most used first', () => {
    const known = knownVariables(templates);
    expect(known.slice(0, 2).map(({ name }) => name)).toEqual(['buyerName', 'shopName']);
    expect(known.map(({ uses }) => uses)).toEqual(known.map(({ uses }) => uses).sort((a, b) => b - a));
    expect(known.find(({ name }) => name === 'remedy')).toMatchObject({
      type: 'choice',
      choices: ['replacement', 'refund'],
    });
  });

  it('have one type in all shipped templates', () => {
    expect(variableConflicts(templates)).toEqual([]);
  });

  it('have the type most templates give them, and the others are named', () => {
    const of = (type: 'text' | 'date') => aTemplate({ variables: [{ name: 'when', type, required: true }] });
    const all = [of('text'), of('date'), of('date')];
    expect(knownVariables(all)).toEqual([{ name: 'when', type: 'date', uses: 3 }]);
    expect(variableConflicts(all)).toEqual([{ name: 'when', types: ['date', 'text'] }]);
  });

  it('unite the choices of all templates', () => {
    const of = (...choices: string[]) =>
      aTemplate({ variables: [{ name: 'way', type: 'choice', required: true, choices, label: 'Way' }] });
    expect(knownVariables([of('sea', 'air'), of('air', 'rail')])).toEqual([
      { name: 'way', type: 'choice', choices: ['sea', 'air', 'rail'], label: 'Way', uses: 2 },
    ]);
  });
});
