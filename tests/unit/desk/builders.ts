import type { OwnRule } from '@/utils/domain/compliance/desk-rules';

export const anOwnRule = (change: Partial<OwnRule> = {}): OwnRule => ({
  id: 'own-guarantee',
  title: 'Guarantee',
  why: 'Legal asked us not to.',
  alternative: 'Say warranty.',
  words: ['guarantee*'],
  unless: ['A-to-z'],
  severity: 'warn',
  marketplaces: [],
  langs: [],
  replacement: 'warranty',
  ...change,
});
