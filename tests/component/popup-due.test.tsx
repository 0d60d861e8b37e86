import { act, cleanup, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { DueLine, HandOverLine } from '@/components/popup/due-line';
import { createPageWords, flattenCatalogue } from '@/utils/platform/i18n/page-words';

const wordsOf = (lang: 'en' | 'zh-CN') => {
  const entries: Record<string, string> = {};
  const tree: unknown = JSON.parse(readFileSync(`public/locales/${lang}/follow-ups.json`, 'utf8'));
  flattenCatalogue('follow-ups', tree, entries);
  return createPageWords(entries, lang);
};
const show = async (shown: string, lang: 'en' | 'zh-CN' = 'en') => {
  const view = render(<DueLine read={async () => shown} todayUrl="dashboard.html#/today" t={wordsOf(lang)} />);
  await act(async () => undefined);
  return view;
};
afterEach(cleanup);

describe('the line about what is due', () => {
  it.each([
    ['1', '1 thing to look at today'],
    ['12', '12 things to look at today'],
    ['99+', 'More than 99 things to look at today'],
  ])('says what the icon says (%s) and leads there', async (shown, words) => {
    const { container } = await show(shown);
    const link = screen.getByRole('link', { name: words });
    expect(link.getAttribute('href')).toBe('dashboard.html#/today');
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('says it in Chinese', async () => {
    await show('99+', 'zh-CN');
    expect(screen.getByRole('link').textContent).toBe('今天有超过 99 项待处理');
  });

  it('is not there when nothing is due', async () => {
    const { container } = await show('');
    expect(container.innerHTML).toBe('');
  });
});

describe('the line about the hand-over', () => {
  const showHandOver = async (count: number, lang: 'en' | 'zh-CN' = 'en') => {
    const t = wordsOf(lang);
    const view = render(<HandOverLine read={async () => count} teamUrl="dashboard.html#/team" t={t} />);
    await act(async () => undefined);
    return view;
  };

  it.each([
    [1, 'en', 'Hand-over ready: 1 buyer'],
    [12, 'en', 'Hand-over ready: 12 buyers'],
    [12, 'zh-CN', '可以交接了：12 位买家'],
  ] as const)('says how many buyers (%i, %s) and leads to the team', async (count, lang, words) => {
    const { container } = await showHandOver(count, lang);
    expect(screen.getByRole('link', { name: words }).getAttribute('href')).toBe('dashboard.html#/team');
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('is not there when there is nothing to hand over', async () => {
    const { container } = await showHandOver(0);
    expect(container.innerHTML).toBe('');
  });
});
