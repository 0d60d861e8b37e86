import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createReader } from '@/components/content/market-start';
import { offerFields } from '@/components/content/offered-fields';
import { effectiveFields } from '@/utils/domain/profiles/effective';
import { brandAs } from '@/utils/domain/ids';
import { placeOf } from '@/utils/domain/profiles/page-path';
import type { FieldCandidates, KeptProfiles } from '@/utils/domain/profiles/profile';

const page = vi.hoisted(() => ({ onRoute: () => {}, onKept: () => {}, needScript: vi.fn(async () => true) }));
const kept = vi.hoisted((): { now?: unknown } => ({}));
vi.mock('@/utils/page/router', () => ({ watchRoutes: (_: unknown, run: () => void) => void (page.onRoute = run) }));
vi.mock('@/utils/platform/settings/local-items', () => ({
  listenToLocal: (_: unknown, run: () => void) => void (page.onKept = run),
}));
vi.mock('@/utils/client/kept-profiles', () => ({ readKeptProfiles: async () => kept.now }));
vi.mock('@/utils/client/sentinel-client', () => ({ needScript: page.needScript }));

const profile = {
  version: '2026.11.22.1',
  fields: { composer: { page: 'chat', seen: '2026-11', structure: ['.box'] } },
};
const id = brandAs<'MarketId'>('amazon');
const taughtFor = (path: string): KeptProfiles => ({
  taught: [
    {
      id: 't',
      marketplace: id,
      host: location.hostname,
      path,
      kind: 'thread',
      fields: { composer: ['.shown'] },
      date: '2026-11-22',
    },
  ],
});
const start = () =>
  createReader<FieldCandidates>({ id, profile, create: (fields) => fields }, new AbortController().signal);
const boxes = (fields: FieldCandidates) => fields['composer']?.map(({ css }) => css);

beforeEach(() => {
  page.needScript.mockClear();
  offerFields((builtIn, own, url) => effectiveFields(builtIn, own, placeOf(url)));
  history.replaceState(null, '', '/inbox');
});

describe('the fields a page is read with', () => {
  it('are the built-in ones while nothing was imported or shown', async () => {
    kept.now = undefined;
    expect(boxes(await start())).toEqual(['.box']);
    expect(page.needScript).not.toHaveBeenCalled();
  });

  it('begin with what was shown for this address, and only while it is on screen', async () => {
    kept.now = taughtFor('/inbox');
    const fields = await start();
    expect(boxes(fields)).toEqual(['.shown', '.box']);
    history.replaceState(null, '', '/orders');
    page.onRoute();
    expect(boxes(fields)).toEqual(['.box']);
    history.replaceState(null, '', '/inbox');
    page.onRoute();
    expect(boxes(fields)).toEqual(['.shown', '.box']);
  });

  it('follow what is shown and forgotten while the page is open', async () => {
    kept.now = undefined;
    const fields = await start();
    kept.now = taughtFor('/inbox');
    page.onKept();
    await vi.waitFor(() => expect(boxes(fields)).toEqual(['.shown', '.box']));
    kept.now = undefined;
    page.onKept();
    await vi.waitFor(() => expect(boxes(fields)).toEqual(['.box']));
  });
});
