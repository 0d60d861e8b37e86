/**
 * What the pure domain costs per call, in this process: the same engine that browsers of Chromium's family run, without a
 * page. Each figure is the time of one call, from rounds long enough for the clock.
 */
import { conversionTables } from '../../utils/catalog/conversion-tables';
import { convertQuery, findConversions } from '../../utils/domain/convert/find-conversions';
import { readText } from '../../utils/domain/convert/reading/read-text';
import { convertSize } from '../../utils/domain/convert/sizes/convert-size';
import { brandAs } from '../../utils/domain/ids';
import { spreadOf, type Spread } from './stats';

/** One figure of the domain with what it must not exceed, both in ms. */
export interface DomainFigure {
  readonly what: string;
  readonly spread: Spread;
  readonly budget: number;
}

const ROUNDS = 21;
const CALLS = 40;

function measure(call: () => unknown): Spread {
  for (let warm = 0; warm < CALLS * 3; warm += 1) call();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    for (let count = 0; count < CALLS; count += 1) call();
    return (performance.now() - from) / CALLS;
  });
  return spreadOf(rounds);
}

/** A message as long as the longest ones: service mail with an order, dates and amounts, two sizes and a voltage. */
const SAID =
  'Hello, I ordered the sandals (order 123-4567890-1234567) on 12 November and paid 34.99 EUR for them. I usually wear UK 5.5, ' +
  'but the box says 24.5 cm, so would EU 39 fit me? I would also like to know if the lamp works in Japan, it says 220V on the page. ' +
  'The parcel was meant to be here on 18/11, the tracking number is LB123456789CN, and I have called +44 20 7946 0018 two times. ';
const longText = (SAID + 'Thank you very much for your help, kind regards. '.repeat(40)).slice(0, 2_000);
const crowded = SAID.repeat(5).slice(0, 2_000);

const size = { category: 'shoes', system: 'UK', size: '5.5', audience: 'women' } as const;
const options = { lang: 'en', replyLang: 'de', buyerCountry: brandAs<'CountryCode'>('GB') } as const;

/** Measures reading and converting. */
export function measureDomain(): readonly DomainFigure[] {
  const figure = (what: string, budget: number, call: () => unknown): DomainFigure => ({
    what,
    budget,
    spread: measure(call),
  });
  return [
    figure('read 2,000 characters, one question in them', 0.5, () => readText(longText, options)),
    figure('read 2,000 characters, five times as many numbers', 0.5, () => readText(crowded, options)),
    figure('one conversion: shoes, UK 5.5 to EU', 0.05, () => convertSize(size, 'EU', conversionTables)),
    figure('a typed question read, answered and said', 1, () =>
      convertQuery('UK 5.5 women', options, conversionTables),
    ),
    figure('a message of 2,000 characters read, answered and said', 2, () =>
      findConversions(longText, options, conversionTables),
    ),
  ];
}
