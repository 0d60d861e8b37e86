import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

const scripts = filesBelow('.output/chrome-mv3').filter((file) => file.endsWith('.js'));

describe('the built extension', () => {
  it('has scripts to look at', () => expect(scripts.length).toBeGreaterThan(4));

  it.each(scripts)('builds no code from text in %s', (file) => {
    const code = readFileSync(file, 'utf8');
    expect(code).not.toMatch(/\bnew Function\s*\(/);
    expect(code).not.toMatch(/(?<![\w.$])eval\s*\(/);
    expect(code).not.toMatch(/\bimportScripts\s*\(\s*["'`]https?:/);
    expect(code).not.toMatch(/\bimport\s*\(\s*["'`]https?:/);
  });
});
