import type { ConversionOptions } from '@/utils/domain/convert/answers/converter';
import { brandAs } from '@/utils/domain/ids';

/** A question and what is known besides its words. */
export interface Case {
  readonly query: string;
  readonly known?: Partial<Omit<ConversionOptions, 'lang' | 'replyLang'>>;
}

const country = (code: string) => brandAs<'CountryCode'>(code);

/** Monday, 23 November 2026, nine o'clock UTC. */
export const NOW = Date.UTC(2026, 10, 23, 9);

/** Questions whose answers are written out in every reply language. */
export const cases = {
  shoes: { query: 'UK 5.5 women shoes' },
  runsSmall: {
    query: 'UK 5.5 women shoes',
    known: { product: { category: 'shoes', sizeSystem: 'EU', sizeOffset: 1 } },
  },
  foot: { query: 'women shoes, my foot is 24.2 cm', known: { buyerCountry: country('ES') } },
  ambiguous: { query: 'shoes US 8', known: { buyerCountry: country('US') } },
  dress: { query: 'dress UK 12', known: { buyerCountry: country('DE'), audience: 'women' } },
  bra: { query: 'bra UK 34DD' },
  ring: { query: 'ring US 6' },
  letter: { query: 'shirt size L', known: { audience: 'men' } },
  body: { query: 'I am 170 cm and 65 kg', known: { category: 'clothing', audience: 'men' } },
  jeans: { query: 'jeans W32 L34', known: { audience: 'men' } },
  mains: { query: 'Does it work in Japan?' },
  ourDevice: {
    query: 'Does it work in Brazil?',
    known: { product: { deviceInput: '100-240V~ 50/60Hz 0.5A', devicePlug: 'A', cardId: 'c1' } },
  },
  weakDevice: { query: '110V to Germany' },
  unit: { query: '5 lb', known: { buyerCountry: country('DE') } },
  time: { query: '12:30 Madrid', known: { shopCountry: country('CN') } },
  delivery: { query: '3-5 working days to Spain' },
  months: { query: 'kids EU 80' },
  years: { query: 'kids EU 110' },
  age: { query: 'kids age 5' },
} as const satisfies Readonly<Record<string, Case>>;

/** Name of a case; every language has an answer to each. */
export type CaseName = keyof typeof cases;
