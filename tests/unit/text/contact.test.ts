import { expect, test } from 'vitest';
import { mayHoldContact } from '@/utils/domain/text/contact';

test.each([
  'service@example.com',
  'li＠example.cn',
  '+49 170 1234567',
  '+86 138-0013-8000',
  '(030) 123 45 67',
  'call 13800138000 please',
  '１３８００１３８０００',
  '06.12.34.56.78',
])('%s is a contact', (text) => {
  expect(mayHoldContact(text)).toBe(true);
});

test.each([
  '2 years',
  'Input: 100-240V~ 50/60Hz 0.5A',
  'Works with 220-240 50 Hz',
  '120 x 60 x 75 cm, 12.5 kg',
  'Bought before 2026-11-22, made on 01.02.2025',
  '10000 mAh, 5000 lm',
  '1. Press the button. 2. Wait 10 s. 3. Let go.',
  '80 % cotton, 20 % linen',
  'EU 36 37 38',
  '',
])('%s is none', (text) => {
  expect(mayHoldContact(text)).toBe(false);
});
