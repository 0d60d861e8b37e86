import { expect, it } from 'vitest';
import { findPromises } from '@/utils/domain/guards/find-promises';
import { wordsOf } from './shelf';

const dueIn = (lang: string, text: string): readonly (string | undefined)[] =>
  findPromises(text, wordsOf(lang), '2026-11-18').map(({ dueOn }) => dueOn);

// A Wednesday and three working days are a Monday; three days would be the Saturday before.
it.each([
  'sous 3 jours ouvrés',
  'sous 3 jours ouvrables',
  'sous 3 jours ouvres',
  'sous 3 JOURS OUVRÉS',
  'sous 3 jours\u202Fouvrés',
  'sous 3 jours-ouvrés',
  'sous 3 jour(s) ouvré(s)',
  'sous 3 jour(s) ouvrable(s)',
  'sous 3 j ouvrés',
  'sous 3 j. ouvrés',
  'sous 3 jours œuvrés',
  'sous 3 jours de travail',
  'sous 3 jours travaillés',
  'sous trois jours ouvrés',
  'sous 2 à 3 jours ouvrés',
])('a French promise "%s" leaves the weekend out', (within) => {
  expect(dueIn('fr', `Nous vous rembourserons ${within}.`)).toEqual(['2026-11-23']);
});

it.each(['sous 3 jours', 'sous 3 jour(s)'])('a French promise "%s" counts every day', (within) => {
  expect(dueIn('fr', `Nous vous rembourserons ${within}.`)).toEqual(['2026-11-21']);
});
