import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModel } from '@/utils/domain/replies/model';
import { ANY_INTENT } from '@/utils/domain/replies/template';
import { shippedTemplates } from '../unit/replies/catalogue';

const FOLDER = join(process.cwd(), 'utils/catalog/replies');
interface IntentEntry {
  readonly id: string;
  readonly group: string;
}
const intents = JSON.parse(readFileSync(join(FOLDER, 'intents.json'), 'utf8')) as readonly IntentEntry[];
const ids = intents.map(({ id }) => id);

describe('the list of intents', () => {
  it('has fifty intents and other, each once', () => {
    expect(ids).toHaveLength(51);
    expect(new Set(ids).size).toBe(51);
    expect(ids).toContain('other');
  });

  it('names each in both languages of the interface, short enough for the bar', () => {
    for (const [lang, longest] of [
      ['en', 28],
      ['zh-CN', 10],
    ] as const) {
      const file = readFileSync(join(process.cwd(), `public/locales/${lang}/reply.json`), 'utf8');
      const { intent } = JSON.parse(file) as { readonly intent: Readonly<Record<string, string>> };
      for (const id of ids) expect(intent[id]?.length, `${lang} ${id}`).toBeLessThanOrEqual(longest);
    }
  });

  it('is what the classifier was trained for', () => {
    expect([...loadModel(readFileSync(join(FOLDER, 'intents.bin'))).labels].sort()).toEqual([...ids].sort());
  });

  it('knows the intent of every template', () => {
    for (const { intent } of shippedTemplates()) expect([...ids, ANY_INTENT]).toContain(intent);
  });
});
