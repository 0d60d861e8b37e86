import { expect, it, vi } from 'vitest';
import { createTabSigns } from '@/utils/app/tab-signs';

const show = vi.fn(async () => {});

it('shows the worst of what the frames of a tab say, whoever speaks last', async () => {
  show.mockClear();
  const signs = createTabSigns(show);
  const [top, frame] = [new AbortController(), new AbortController()];
  await signs(top.signal)(7, 'limited');
  await signs(frame.signal)(7, 'good');
  await signs(frame.signal)(8, 'good');
  await signs(top.signal)(7, 'good');
  expect(show.mock.calls).toEqual([
    [7, 'limited'],
    [7, 'limited'],
    [8, 'good'],
    [7, 'good'],
  ]);
});

it('forgets what a frame said that is gone', async () => {
  show.mockClear();
  const signs = createTabSigns(show);
  const [top, frame] = [new AbortController(), new AbortController()];
  await signs(frame.signal)(7, 'broken');
  frame.abort();
  await signs(top.signal)(7, 'good');
  expect(show).toHaveBeenLastCalledWith(7, 'good');
});
