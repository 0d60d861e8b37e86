import { describe, expect, test } from 'vitest';
import { findGarment } from '@/utils/domain/convert/reading/find-garment';
import { brandAs } from '@/utils/domain/ids';

const read = (text: string, country?: string, category?: string) => {
  const found = findGarment(text, {
    ...(country ? { buyerCountry: brandAs<'CountryCode'>(country) } : {}),
    ...(category ? { category } : {}),
  });
  if (!found) return null;
  const { kind, ...rest } = found;
  return Object.fromEntries([['kind', kind], ...Object.entries(rest)]);
};

describe('reading sizes of clothes', () => {
  test.each<[string, string | undefined, string | undefined, object]>([
    ['XL asian?', 'US', 'clothing', { system: 'ASIAN', size: 'XL' }],
    ['Asian size XXL', 'GB', 'clothing', { system: 'ASIAN', size: 'XXL' }],
    ['I usually wear a US M', 'US', 'clothing', { system: 'US', size: 'M' }],
    ['taille 38 robe', 'FR', 'dress', { system: 'FR', size: 38 }],
    ['Kleid in Größe 40', 'DE', 'dress', { system: 'DE', size: 40 }],
    ['dress size 12', 'GB', 'dress', { system: 'UK', size: 12 }],
    ['US size 8 dress', 'GB', 'dress', { system: 'US', size: 8 }],
    ['taglia 44', 'IT', 'clothing', { system: 'IT', size: 44 }],
    ['размер 46', 'RU', 'clothing', { system: 'RU', size: 46 }],
    ['66 사이즈 있나요', 'KR', 'clothing', { system: 'KR', size: 66 }],
    ['manequim 40', 'BR', 'clothing', { system: 'BR', size: 40 }],
    ['tamanho GG', 'BR', 'clothing', { system: 'BR', size: 'GG' }],
    ['170/92A 有吗', 'CN', 'clothing', { system: 'CN', size: '170/92A' }],
    ['jeans 32x34', 'US', 'jeans', { waistInch: 32, inseamInch: 34 }],
    ['W32 L34 please', 'DE', undefined, { waistInch: 32, inseamInch: 34 }],
    ['W32/L34', 'DE', 'jeans', { waistInch: 32, inseamInch: 34 }],
    ['waist 32 inseam 30', 'US', 'clothing', { waistInch: 32, inseamInch: 30 }],
    ['bra 34DD', 'GB', 'bra', { system: 'UK', band: 34, cup: 'DD' }],
    ['Do you have 34DDD?', 'US', 'bra', { system: 'US', band: 34, cup: 'DDD' }],
    ['75B', 'DE', 'bra', { system: 'EU', band: 75, cup: 'B' }],
    ['90C', 'FR', 'bra', { system: 'FR', band: 90, cup: 'C' }],
    ['180 cm 75 kg', 'DE', 'clothing', { heightCm: 180, weightKg: 75 }],
    ["I'm 5'7 and 140 lb", 'US', 'clothing', { heightCm: 170.2, weightKg: 63.5 }],
    ['5 ft 7, 140 lbs', 'US', 'clothing', { heightCm: 170.2, weightKg: 63.5 }],
    ['je mesure 1m80 pour 75 kg', 'FR', 'clothing', { heightCm: 180, weightKg: 75 }],
    ['ich bin 1,80 m und 75 kg', 'DE', 'clothing', { heightCm: 180, weightKg: 75 }],
    ['身高165 体重120斤', 'CN', 'clothing', { heightCm: 165, weightKg: 60 }],
    ['키 165 몸무게 55kg', 'KR', 'clothing', { heightCm: 165, weightKg: 55 }],
    ['рост 175 вес 70', 'RU', 'clothing', { heightCm: 175, weightKg: 70 }],
    ['Lサイズ', 'JP', 'clothing', { system: 'JP', size: 'L' }],
    ['M', 'US', 'clothing', { system: 'US', size: 'M' }],
    ['5-6 years', 'GB', 'kids', { system: 'AGE', size: '5-6 y' }],
    ['18 months please', 'GB', 'kids', { system: 'AGE', size: '18 m' }],
    ['116', 'DE', 'kids', { system: 'EU', size: 116 }],
    ['ring size 7', 'US', 'ring', { system: 'US', size: 7 }],
    ['ring size L½', 'GB', 'ring', { system: 'UK', size: 'L½' }],
  ])('%s (%s, %s)', (text, country, category, expected) => {
    expect(read(text, country, category)).toMatchObject(expected);
  });

  test.each([
    ["I'm waiting for 5 days", 'US', 'clothing'],
    ['order 112-1234567-1234567 arrived damaged', 'US', 'clothing'],
    ['It cost $38.50', 'US', 'dress'],
    ['2 pcs please', 'GB', 'clothing'],
    ['Is the colour A or B?', 'GB', 'clothing'],
    ['hello', 'GB', undefined],
  ])('reads nothing in: %s', (text, country, category) => {
    expect(read(text, country, category)).toBeNull();
  });
});
