import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftText } from '@/utils/domain/replies/draft-text';
import { parseText } from '@/utils/domain/replies/liquid';
import { sampleFacts } from '@/utils/domain/replies/desk/sample-facts';
import { renderDraft } from '@/utils/domain/replies/render';
import { parseTemplates } from '@/utils/domain/replies/template';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import type { Facts } from '@/utils/domain/replies/draft';
import { shippedTemplates, templateFolders } from '../unit/replies/catalogue';

const LANGS = ['en', 'zh', 'de', 'es'] as const;
const CONDITION_FACTS = ['tone', 'marketplace', 'orderState', 'fulfilment', 'repeated', 'overdue', 'convertedSize'];

const allValues = (template: ReplyTemplate, lang = 'en'): Facts => {
  const { marketplace: _marketplace, ...values } = sampleFacts(lang, template);
  return values;
};

/** Situations that switch every condition on and off. */
const situations = (template: ReplyTemplate, lang = 'en'): readonly Facts[] => {
  const page = (value: string) => ({ value, source: 'page' as const });
  const values = allValues(template, lang);
  const repeated = { ...values, repeated: page('yes'), marketplace: page('amazon') };
  const first = { ...values, marketplace: page('aliexpress'), fulfilment: page('marketplace') };
  return [{}, { repeated: page('yes') }, repeated, first, values, { ...values, tone: page('short') }];
};
const render = (template: ReplyTemplate, lang: string, facts: Facts): string => {
  const result = renderDraft(template, lang, facts);
  if (!result) throw new Error(`${template.id} ${lang} does not parse`);
  return draftText(result.draft, (variable) => variable);
};
const rendered = new Map<string, readonly string[]>();
/** Every text of a template in every language and situation, made once. */
const shown = (template: ReplyTemplate): readonly string[] => {
  const known = rendered.get(template.id);
  if (known) return known;
  const texts = Object.keys(template.languages).flatMap((lang) =>
    situations(template, lang).map((facts) => render(template, lang, facts)),
  );
  rendered.set(template.id, texts);
  return texts;
};

// Where a word of one language hides in a harmless one of another ("nulla", "occupons"), it stands as a word of its own.
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['a link', /https?:|www\.|\.(?:com|net|cn|de)\b/iu],
  ['a mail address', /\S@\S/u],
  [
    'a telephone number',
    /\+\d{6,}|\b(?:call us|phone|telef(?:o|oo)n|teléfono|télé(?:phone)?|telefone)\b|телефон|电话|電話|전화|هاتف/iu,
  ],
  ['an emoji', /\p{Extended_Pictographic}/u],
  ['markup', /<[a-z/]/iu],
  [
    'a word of guarantee',
    /guarantee|garant|gwarant|гарант|保证|保証|보장|ضمان|100 ?%|definitely|sin falta|auf jeden Fall|kesinlikle|一定|絶対/iu,
  ],
  [
    'a word about reviews',
    /\breviews?\b|feedback|\bstars?\b|bewert|rezension|reseña|valoraci|opini[oó]n|\bavis\b|recension|recenzj|avalia[cç][aã]o|beoordeling|\byorum|отзыв|рейтинг|评价|好评|五星|レビュー|리뷰|후기|تقييم/iu,
  ],
  [
    'a gift or a discount',
    /discount|\bcoupon|voucher|\bgift|rabat|gutschein|geschenk|cadeau|descuento|cup[oó]n|regalo|\bremise\b|sconto|omaggio|desconto|brinde|korting|zniżk|\bkupon|indirim|hediye|скидк|купон|подар|折扣|优惠券|礼物|礼品|割引|クーポン|プレゼント|할인|쿠폰|خصم|قسيمة|هدية/iu,
  ],
  ['shouting', /!{2,}|[A-ZÄÖÜ]{4,} [A-ZÄÖÜ]{4,}/u],
  // French sets a no-break space before ; ! and ?, never a plain one.
  ['a blank or an unfilled place', /undefined|\bnull\b|\{\{|\{%|Invalid| {2}|\s[,.。，]|[ \n][;!?]|[¿¡]\s/u],
  ['three line breaks', /\n{3}/u],
];

describe('reply templates', () => {
  const templates = shippedTemplates();

  it('all fit their schema', () => {
    expect(parseTemplates(templateFolders().map(({ json }) => json)).problems).toEqual([]);
  });

  it('use only variables that have a label in both languages of the interface', () => {
    for (const lang of ['en', 'zh-CN']) {
      const file = readFileSync(join(process.cwd(), `public/locales/${lang}/reply.json`), 'utf8');
      const { variable } = JSON.parse(file) as { readonly variable: Readonly<Record<string, string>> };
      for (const { variables } of templates)
        for (const { name } of variables) expect(variable, lang).toHaveProperty(name);
    }
  });

  it('use only choices that have words in both languages of the interface', () => {
    const used = templates.flatMap(({ variables }) => variables.flatMap(({ choices = [] }) => choices));
    for (const lang of ['en', 'zh-CN']) {
      const file = readFileSync(join(process.cwd(), `public/locales/${lang}/reply.json`), 'utf8');
      const { choice } = JSON.parse(file) as { readonly choice: Readonly<Record<string, string>> };
      expect(Object.keys(choice).sort(), lang).toEqual([...new Set(used)].sort());
    }
  });

  it('say where they are permitted when they start a conversation', () => {
    const open = templates.filter(({ kind, scope }) => kind === 'proactive' && !scope.marketplaces?.length);
    expect(open.map(({ id }) => id)).toEqual([]);
    const onOne = templates.filter(({ scope }) => scope.marketplaces?.join() === 'aliexpress').map(({ id }) => id);
    expect(onOne).toEqual(
      expect.arrayContaining(['dispatched', 'extension-granted', 'review-invitation', 'unpaid-order']),
    );
  });

  it('give a variable the same type everywhere', () => {
    const types = new Map<string, string>();
    for (const { id, variables } of templates) {
      for (const { name, type } of variables)
        expect(types.set(name, types.get(name) ?? type).get(name), `${id} ${name}`).toBe(type);
    }
  });

  it('stand in a folder named like their id', () => {
    for (const { folder, json } of templateFolders()) expect(json).toHaveProperty('id', folder);
  });

  it('answer at least the frequent intents and offer two ways to start a conversation', () => {
    const intents = new Set(templates.filter(({ kind }) => kind === 'reply').map(({ intent }) => intent));
    const frequent = [
      'where_is_order',
      'delivery_delayed',
      'damaged',
      'wrong_item',
      'defective',
      'size_advice',
      'plug_voltage',
    ];
    for (const intent of [...frequent, 'return_request', 'refund_status', 'cancel_order', 'thanks_closing', 'any']) {
      expect(intents).toContain(intent);
    }
    expect(templates.filter(({ kind }) => kind === 'proactive').length).toBeGreaterThanOrEqual(2);
  });

  describe.each(templates.map((template) => [template.id, template] as const))('%s', (_id, template) => {
    it('has English, Chinese, German and Spanish', () => {
      expect(Object.keys(template.languages)).toEqual(expect.arrayContaining([...LANGS]));
    });

    it('uses only declared variables, and every declared one', () => {
      const used = Object.values(template.languages).flatMap(({ texts }) =>
        Object.values(texts).flatMap((text) => parseText(text)?.variables ?? ['does not parse']),
      );
      const declared = template.variables.map(({ name }) => name).sort();
      expect([...new Set(used)].sort()).toEqual(declared);
    });

    it('uses the same variables in a block in every language', () => {
      for (const { id } of template.blocks) {
        const sets = Object.values(template.languages).map(({ texts }) =>
          [...parseText(texts[id]!)!.variables].sort().join(),
        );
        expect(new Set(sets).size, id).toBe(1);
      }
    });

    it('asks at most one thing and stays below 1,000 characters', () => {
      for (const facts of situations(template)) {
        const kept = renderDraft(template, 'en', facts)!.draft.blocks.map(({ id }) => id);
        expect(
          template.blocks.filter(({ id, role }) => role === 'ask' && kept.includes(id)).length,
        ).toBeLessThanOrEqual(1);
      }
      for (const text of shown(template)) expect(text.length).toBeLessThanOrEqual(1000);
    });

    it.each(FORBIDDEN)('never shows %s', (what, pattern) => {
      // Only an invitation to write one may speak of reviews.
      if (what === 'a word about reviews' && template.id === 'review-invitation') return;
      for (const text of shown(template)) expect(text).not.toMatch(pattern);
    });

    it('has words for every choice it offers', () => {
      for (const { name, choices = [] } of template.variables) {
        for (const lang of Object.keys(template.languages)) {
          const texts = choices.map((value) =>
            render(template, lang, { ...allValues(template, lang), [name]: { value, source: 'agent' } }),
          );
          expect(new Set(texts).size, `${lang} ${name}`).toBe(choices.length);
          for (const text of texts) for (const [, pattern] of FORBIDDEN) expect(text).not.toMatch(pattern);
        }
      }
    });

    it('keeps every deadline in the short tone', () => {
      const needed = template.blocks.filter(({ role, tone }) => role === 'deadline' && tone === 'full');
      expect(needed).toEqual([]);
    });

    it('promises something with a day or a number of days only', () => {
      for (const { id } of template.blocks.filter(({ role }) => role === 'deadline')) {
        const variables = parseText(template.languages['en']!.texts[id]!)!.variables;
        const types = template.variables.filter(({ name }) => variables.includes(name)).map(({ type }) => type);
        expect(
          types.some((type) => type === 'date' || type === 'days'),
          id,
        ).toBe(true);
      }
    });

    it('writes no day, amount or number that is not a variable', () => {
      for (const { texts } of Object.values(template.languages)) {
        for (const text of Object.values(texts)) expect(text.replace(/\{[{%].*?[%}]\}/gu, '')).not.toMatch(/\d/u);
      }
    });

    it('keeps the same sentences in every language', () => {
      for (const facts of situations(template)) {
        const kept = Object.keys(template.languages).map((lang) =>
          renderDraft(template, lang, facts)!
            .draft.blocks.map(({ id }) => id)
            .join(),
        );
        expect(new Set(kept).size).toBe(1);
      }
    });

    it('declares no name that a condition asks for, so that typing cannot change the situation', () => {
      const clash = template.variables.map(({ name }) => name).filter((name) => CONDITION_FACTS.includes(name));
      expect(clash.filter((name) => name !== 'convertedSize')).toEqual([]);
    });
  });
});
