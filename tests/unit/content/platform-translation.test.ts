import { expect, it } from 'vitest';
import { platformTranslation } from '@/components/content/understand/platform-translation';
import type { Bubble } from '@/utils/marketplaces/contract';

const bubble = (text: string, translated?: string): Bubble => ({
  side: 'buyer',
  text,
  ...(translated === undefined ? {} : { platformTranslation: { text: translated, by: 'AliExpress' } }),
});

it('joins the translations of one run, with what was not translated as it stands', () => {
  expect(platformTranslation([bubble('Hola', 'Hello'), bubble('OK'), bubble('¿Dónde está?', 'Where is it?')])).toEqual({
    text: 'Hello\nOK\nWhere is it?',
    by: 'AliExpress',
  });
});

it('is nothing where the platform translated nothing', () => {
  expect(platformTranslation([bubble('Hola')])).toBeUndefined();
  expect(platformTranslation([])).toBeUndefined();
});
