import type { Conversion, ConversionKind } from '@/utils/domain/convert/conversion';

/** The tabs of the converter: everything, or one field of questions. */
export const converterDomains = ['all', 'sizes', 'power', 'units', 'time'] as const;

/** One tab of the converter. */
export type ConverterDomain = (typeof converterDomains)[number];

const DOMAIN_OF: Readonly<Record<Exclude<ConversionKind, 'cannot'>, ConverterDomain>> = {
  size: 'sizes',
  power: 'power',
  unit: 'units',
  money: 'units',
  time: 'time',
  delivery: 'time',
  duty: 'time',
};

/** Whether an answer belongs to a tab; a refusal is shown in every one, so that no tab seems not to have heard. */
export const isInDomain = ({ kind }: Conversion, domain: ConverterDomain): boolean =>
  domain === 'all' || kind === 'cannot' || DOMAIN_OF[kind] === domain;
