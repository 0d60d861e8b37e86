import { readFileSync } from 'node:fs';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { scenes } from '../gallery/scenes';
import { axeFindings, button, press, showAssistant, WORDS } from './harness';
import { aSuggestion } from './samples';

afterEach(cleanup);

const states = Object.entries(scenes('en'));
const placeholders = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

/** Buttons that open a part under the bar, with the state in which they are there. */
const openers: readonly (readonly [string | RegExp, string])[] = [
  ['3 issues', 'issues'],
  ['Menu', 'menu'],
  ['Page health: broken', 'health'],
  [/UK 5.5/, 'conversions'],
];

describe('every state', () => {
  it.each(states)('passes axe: %s', async (_name, model) => {
    const { container } = showAssistant(model);
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each(openers)('passes axe with the part behind %s open', async (name, scene) => {
    const { container } = showAssistant(scenes('en')[scene]);
    await press(button(name));
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each(states)('shows words, never keys or holes: %s', (_name, model) => {
    const { container } = showAssistant(model);
    expect(container.innerHTML).not.toMatch(/\b(page|reply|lint|notes)\.[a-z]+\.[a-z]+|\{\{|undefined/i);
  });

  it.each(Object.entries(scenes('zh-CN')))('shows Chinese words to Chinese readers: %s', (_name, model) => {
    const { container } = showAssistant(model, { words: 'zh-CN' });
    expect(container.innerHTML).not.toMatch(/\b(page|reply|lint|notes)\.[a-z]+\.[a-z]+|\{\{|undefined/i);
    expect(container.firstElementChild?.getAttribute('lang')).toBe('zh-CN');
  });
});

describe('directions and languages', () => {
  it('runs right to left for a right-to-left interface language', async () => {
    const { container } = showAssistant({ uiLang: 'ar' });
    expect(container.firstElementChild?.getAttribute('dir')).toBe('rtl');
    expect(screen.getByRole('status', { name: /^Buyer language: / }).textContent).toBe('الألمانية');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('names everything in Chinese', () => {
    showAssistant({ uiLang: 'zh-CN', suggestions: [aSuggestion({ title: '致歉' })] }, { words: 'zh-CN' });
    expect(screen.getByRole('status', { name: '买家语言：德语' })).toBeTruthy();
    expect(button('插入回复 1：致歉')).toBeTruthy();
    expect(button('没有问题')).toBeTruthy();
    expect(screen.getByText('送达延误')).toBeTruthy();
  });

  it('has the same keys and placeholders in both languages', () => {
    // Chinese has one form for every number.
    const base = (key: string) => key.replace(/_(?:one|other)$/, '');
    const keysOf = (lang: keyof typeof WORDS) => [...new Set([...WORDS[lang].keys()].map(base))];
    expect(keysOf('zh-CN')).toEqual(keysOf('en'));
    const shared = [...WORDS.en].filter(([key]) => !key.endsWith('_one'));
    const chinese = (key: string) => WORDS['zh-CN'].get(key) ?? WORDS['zh-CN'].get(`${base(key)}_other`) ?? '';
    const differing = shared.filter(([key, words]) => placeholders(words).join() !== placeholders(chinese(key)).join());
    expect(differing).toEqual([]);
  });
});

describe('the style sheet', () => {
  const css = readFileSync('components/content/assistant.css', 'utf8');
  const tokens = new Map(
    [...css.matchAll(/--parley-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
      ([, name, light, dark]) => [name, [light!, dark!]] as const,
    ),
  );

  it('has the same colours as the popup and the dashboard', () => {
    const pages = readFileSync('components/ui/tokens.css', 'utf8');
    const shared = [...pages.matchAll(/--parley-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
    expect(shared.length).toBeGreaterThan(12);
    for (const [, name, light, dark] of shared) expect(tokens.get(name), name).toEqual([light, dark]);
  });

  const luminance = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const contrast = (a: string, b: string): number => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light! + 0.05) / (dark! + 0.05);
  };

  const pairs: readonly (readonly [string, string, number])[] = [
    ...['bg', 'bg-raised', 'bg-hover'].flatMap((bg) =>
      ['text', 'text-quiet', 'accent', 'block', 'warn', 'info', 'ok'].map((text) => [text, bg, 4.5] as const),
    ),
    ['accent-text', 'accent', 4.5],
    ['text', 'accent-bg', 4.5],
    ['accent', 'accent-bg', 4.5],
    ['warn', 'open', 4.5],
    ['line-strong', 'bg', 3],
    ['focus', 'bg', 3],
  ];

  it.each(pairs)('has %s readable on %s in both themes', (text, bg, least) => {
    for (const theme of [0, 1])
      expect(contrast(tokens.get(text)![theme]!, tokens.get(bg)![theme]!)).toBeGreaterThanOrEqual(least);
  });

  it('measures in px only, so that the host page cannot scale it', () => {
    expect(css.match(/\d(rem|em|vh|vw)\b/g)).toBeNull();
  });

  it('honours reduced motion', () => {
    expect(css).toContain('prefers-reduced-motion: reduce');
  });
});
