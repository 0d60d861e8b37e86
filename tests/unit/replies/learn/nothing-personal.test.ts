import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutBlanks } from '@/utils/domain/replies/learn/compact';
import { asTemplateText } from '@/utils/domain/replies/learn/template-text';
import { searchable } from '@/utils/domain/replies/search/fold';
import { factsOf, shippedTemplate, theDraft } from './learn-builders';

const LANGS = ['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'pl', 'tr', 'ru', 'ar', 'zh', 'ja', 'ko'] as const;
const IDS = ['dispatched', 'defective-remedy', 'checking', 'delay-notice', 'greeting'] as const;

const oneOf = (text: string) => fc.constantFrom(...text.split(' '));
const latinName = fc
  .array(oneOf('ma ri ka lo ne tho be svi dra gos ku pe fel an or iv jo zsa bru wy'), { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join(''))
  .map((name) => name.charAt(0).toUpperCase() + name.slice(1));
const accented = oneOf('José Zoë Øystein Łukasz Çağla Ñandu Françoise Ülkü Šárka Bjørn Li Bo Åse');
const twoNames = fc.tuple(fc.oneof(latinName, accented), latinName).map((names) => names.join(' '));
const hanName = fc
  .tuple(oneOf('王 李 陈 欧阳 司马 佐 锦'), oneOf('伟 芳 玥彤 浩然 梓萱'))
  .map((names) => names.join(''));
const kanaName = oneOf('たなか サトウ 髙橋 渡邉 ヨウコ みさき');
const hangulName = oneOf('김민수 박서연 이도윤 최하은 남궁민재');
const arabicName = oneOf('محمد فاطمة عبدالرحمن خديجة يوسف');
const cyrillicName = oneOf('Мария Сергей Екатерина Юрий Ольга');

const nameIn = (lang: string): fc.Arbitrary<string> => {
  const own: Readonly<Record<string, fc.Arbitrary<string>>> = {
    zh: hanName,
    ja: kanaName,
    ko: hangulName,
    ar: arabicName,
    ru: cyrillicName,
  };
  return fc.oneof(latinName, twoNames, own[lang] ?? twoNames);
};

/** A name as people write it in a sentence. */
const written = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    name,
    name.toLowerCase(),
    name.toUpperCase(),
    name.split(' ')[0]!,
    name.split(' ').at(-1)!,
    `${name}s`,
    `${name},`,
    name.split('').join('\u200b'),
  );

const figures = (min: number, max: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${min - 1},${max - 1}}$`));
const anId = fc.oneof(
  fc.tuple(figures(3, 3), figures(7, 7), figures(7, 7)).map((parts) => parts.join('-')),
  figures(10, 18),
  fc
    .tuple(fc.stringMatching(/^[A-Z]{2}$/), figures(9, 9), fc.stringMatching(/^[A-Z]{2}$/))
    .map((parts) => parts.join('')),
  fc.stringMatching(/^[A-Z]{8,12}$/),
);
const anAmount = fc
  .tuple(figures(1, 4), fc.stringMatching(/^[0-9]{2}$/), oneOf('€ $ EUR 元 円 zł ₺ руб. ريال 원'))
  .chain(([whole, part, unit]) =>
    fc.constantFrom(`${whole},${part} ${unit}`, `${unit}${whole}.${part}`, `${whole}${unit}`, `${whole} ${unit}`),
  );
const anAddress = fc
  .tuple(latinName, figures(1, 3), figures(5, 5))
  .chain(([street, number, code]) =>
    fc.constantFrom(
      `${number} ${street} Street, ${code}`,
      `${street}straße ${number}, ${code} ${street}`,
      `${number} rue de ${street}`,
      `calle ${street} ${number}`,
      `via ${street} ${number}`,
      `ul. ${street} ${number}`,
      `${street} sokak no ${number}`,
      `ул. ${street}, д. ${number}`,
      `شارع ${street} ${number}`,
      `${street}路${number}号`,
      `${street}町${number}丁目`,
      `${street}로 ${number}`,
    ),
  );
const aMail = latinName.map((name) => `${name.toLowerCase()}@example.com`);

const FACTS = { orderId: '302-1234567-7654321', carrier: 'DHL', tracking: 'JD014600003', shopName: 'Lumen' };
const DAYS = { shipDate: '2026-11-12', promisedDate: '2026-12-03', remedyDate: '2026-12-01', updateDate: '2026-11-30' };

interface Trial {
  readonly lang: string;
  readonly id: (typeof IDS)[number];
  readonly buyerName: string;
  readonly piece: string;
  readonly seed: number;
}

/** What is kept after a piece was put into each sentence of a reply, between two of its words. */
function kept({ lang, id: templateId, buyerName, piece, seed }: Trial): readonly string[] {
  const template = shippedTemplate(templateId);
  const facts = factsOf({ ...FACTS, ...DAYS, buyerName, remedy: 'refund' });
  return theDraft(template, lang, facts).blocks.flatMap(({ id, segments }) => {
    const before = segments.map((part) => (part.kind === 'text' ? part.text : '')).join('');
    const words = before.split(' ');
    const after = words.toSpliced(seed % (words.length + 1), 0, piece).join(' ');
    const context = { template, lang, facts, buyerName, orderItems: [] };
    const read = asTemplateText({ block: id, before, after }, context);
    return read.ok ? [read.value] : [];
  });
}

const withoutPlaces = (text: string): string => text.replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, ' ');
const folded = (text: string): string => withoutBlanks(searchable(text));

const aTrial = (pieceOf: (lang: string, buyerName: string) => fc.Arbitrary<string>): fc.Arbitrary<Trial> =>
  fc.constantFrom(...LANGS).chain((lang) =>
    nameIn(lang).chain((buyerName) =>
      fc.record({
        lang: fc.constant(lang),
        id: fc.constantFrom(...IDS),
        buyerName: fc.constant(buyerName),
        piece: pieceOf(lang, buyerName),
        seed: fc.nat(1_000),
      }),
    ),
  );

const RUNS = { numRuns: 200, seed: 20261122 };

describe('nothing that belongs to one buyer is kept, wherever it was typed:', () => {
  it('no name, in any writing and form', () => {
    fc.assert(
      fc.property(
        aTrial((_lang, name) => written(name)),
        (trial) => {
          const own = folded(
            Object.values(shippedTemplate(trial.id).languages[trial.lang]!.texts)
              .map((text) => withoutPlaces(text))
              .join(' '),
          );
          const parts = trial.buyerName.split(' ').map(folded);
          fc.pre(parts.every((part) => !own.includes(part)));
          for (const text of kept(trial))
            for (const part of parts) expect(folded(withoutPlaces(text)), text).not.toContain(part);
        },
      ),
      RUNS,
    );
  });

  it.each([
    ['order and tracking number', anId],
    ['amount', anAmount],
    ['address', anAddress],
    ['mail address', aMail],
  ])('no %s', (_what, piece) => {
    fc.assert(
      fc.property(
        aTrial(() => piece),
        (trial) => {
          expect(kept(trial)).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  it('while the same sentences with a plain word in them are learnt from', () => {
    const texts = kept({ lang: 'de', id: 'dispatched', buyerName: 'Maria', piece: 'gleich', seed: 2 });
    expect(texts).toHaveLength(3);
  });
});
