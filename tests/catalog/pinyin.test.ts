import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedTemplates } from '../unit/replies/catalogue';

const table = JSON.parse(readFileSync(join(process.cwd(), 'utils/catalog/pinyin/pinyin.json'), 'utf8')) as {
  readonly source: string;
  readonly checkedOn: string;
  readonly license: string;
  readonly syllables: Readonly<Record<string, string>>;
};
const syllables = Object.entries(table.syllables);
const known = new Set(syllables.flatMap(([, characters]) => [...characters]));

describe('the table of readings', () => {
  it('says where it comes from', () => {
    expect(table.source).toContain('pinyin-pro');
    expect(table.license).toContain('MIT');
    expect(table.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('lists each syllable once, in order, with each of its characters once', () => {
    const names = syllables.map(([name]) => name);
    expect(names).toEqual([...names].sort());
    for (const [name, characters] of syllables) {
      expect(name).toMatch(/^[a-z]{1,6}$/);
      expect(characters, name).toMatch(/^\p{Script=Han}+$/u);
      expect(new Set(characters).size, name).toBe([...characters].length);
    }
  });

  it('gives a character at most three readings', () => {
    const counts = new Map<string, number>();
    for (const [, characters] of syllables)
      for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBe(3);
  });

  it('reads every character of the shipped Chinese titles and texts', () => {
    const texts = shippedTemplates().flatMap(({ title, languages }) => [
      title['zh-CN'],
      ...Object.values(languages['zh']?.texts ?? {}),
    ]);
    const unread = [...new Set(texts.join(''))].filter((one) => /\p{Script=Han}/u.test(one) && !known.has(one));
    expect(unread).toEqual([]);
  });
});
