import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BundleProblem } from '@/components/team/bundle-problem';
import { sizeLabel } from '@/components/team/size-label';
import type { BundleApiProblem } from '@/utils/app/bundles-api';
import { axeFindings, press, showPage, unspoken } from '../dashboard/harness';

afterEach(cleanup);

const problems: readonly BundleApiProblem[] = [
  { kind: 'empty-passphrase' },
  { kind: 'no-recipients' },
  { kind: 'too-many-recipients', limit: 100 },
  { kind: 'bad-recipient', at: 2 },
  { kind: 'locked', by: 'passphrase' },
  { kind: 'locked', by: 'recipients' },
  { kind: 'wrong-key', by: 'passphrase' },
  { kind: 'wrong-key', by: 'recipients' },
  { kind: 'damaged' },
  { kind: 'cancelled' },
  { kind: 'not-a-bundle' },
  { kind: 'newer-bundle', found: 2, known: 1 },
  { kind: 'truncated', line: 1_204 },
  { kind: 'changed' },
  { kind: 'counts-differ', section: 'notes', said: 12, found: 11 },
  { kind: 'too-large', limit: 536_870_912 },
  { kind: 'too-many-rows', limit: 2_000_000 },
  { kind: 'line-too-long', line: 7, limit: 2_097_152 },
  { kind: 'not-json', line: 9 },
  { kind: 'unwritable-row', section: 'notes', id: 'n-1' },
  { kind: 'import-busy' },
];

describe('a problem with a file', () => {
  it.each(
    problems.flatMap((problem) => (['en', 'zh-CN'] as const).map((lang) => [problem.kind, lang, problem] as const)),
  )('%s is told in three sentences (%s)', async (_, lang, problem) => {
    const { container } = await showPage(<BundleProblem problem={problem} />, { lang });
    expect(unspoken(container)).toBeNull();
    expect(container.textContent?.match(/[.。](?=\s|$|\p{sc=Han})/gu)?.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    [{ kind: 'bad-recipient', at: 2 }, /^Key 3 of those/],
    [{ kind: 'truncated', line: 1_204 }, /after line 1,204\./],
    [{ kind: 'counts-differ', section: 'notes', said: 12, found: 11 }, /^“Notes” should be 12 and are 11\./],
    [{ kind: 'counts-differ', section: 'somethingNew', said: 1, found: 0 }, /^“Something new”/],
    [{ kind: 'too-large', limit: 536_870_912 }, /537 MB of text/],
    [{ kind: 'line-too-long', line: 7, limit: 2_097_152 }, /^Line 7 is longer .* 2,097,152 characters/],
    [{ kind: 'newer-bundle', found: 2, known: 1 }, /format 2, this one knows 1/],
  ] as const)('says what and where (%o)', async (problem, words) => {
    const { container } = await showPage(<BundleProblem problem={problem} />);
    expect(container.textContent).toMatch(words);
  });

  it('interrupts when a file is lost, and not when somebody has stopped', async () => {
    const { container, unmount } = await showPage(<BundleProblem problem={{ kind: 'damaged' }} />);
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(await axeFindings(container)).toEqual([]);
    unmount();
    await showPage(<BundleProblem problem={{ kind: 'cancelled' }} />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status')).toBeTruthy();
  });

  it('of the store has the words of every page, and can be tried again like the others', async () => {
    const onRetry = vi.fn();
    const { unmount } = await showPage(<BundleProblem problem={{ kind: 'storage-full' }} onRetry={onRetry} />);
    expect(screen.getByRole('alert').textContent).toMatch(/^Your browser's storage is full\./);
    await press(screen.getByRole('button', { name: 'Try again' }));
    unmount();
    await showPage(<BundleProblem problem={{ kind: 'import-busy' }} onRetry={onRetry} />);
    await press(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledTimes(2);
  });

  it('shows no more of an id than fits, and only as text', async () => {
    const id = `<b>${'x'.repeat(500)}`;
    const { container } = await showPage(<BundleProblem problem={{ kind: 'unwritable-row', section: 'notes', id }} />);
    expect(container.textContent).toMatch(/<b>x{57}\. /);
  });
});

describe('a size', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [48_300, '48 kB'],
    [999_900, '1 MB'],
    [4_249_000, '4.2 MB'],
    [536_870_912, '537 MB'],
  ])('of %d is %s', (bytes, words) => expect(sizeLabel(bytes, 'en')).toBe(words));

  it('is written as the language does it', () => expect(sizeLabel(4_249_000, 'de')).toBe('4,2 MB'));
});
