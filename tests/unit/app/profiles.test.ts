import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createProfiles, mostTaught } from '@/utils/app/profiles';
import { readKeptProfiles } from '@/utils/client/kept-profiles';
import type { PageProfile, TaughtPage } from '@/utils/domain/profiles/profile';
import { aDesk, aliexpress, amazon, other, valueOf } from './desk';

beforeEach(() => fakeBrowser.reset());

const aProfile = (change: Partial<PageProfile> = {}): PageProfile => ({
  format: 'parley-page-profile',
  schema: 1,
  marketplace: amazon,
  version: '2026.11.10.1',
  date: '2026-11-10',
  fields: { composer: { page: 'inbox', seen: '2026-11', structure: ['#new-composer', '#composer'] } },
  ...change,
});

const aTaughtPage = (id: string, change: Partial<TaughtPage> = {}): TaughtPage => ({
  id,
  marketplace: amazon,
  host: 'sellercentral.amazon.de',
  path: `/desk/${id}`,
  kind: 'thread',
  fields: { composer: ['#box'] },
  date: '2026-11-22',
  ...change,
});

const setUp = () => {
  const desk = aDesk();
  const profiles = createProfiles(desk.deps);
  return { ...desk, profiles, kept: () => readKeptProfiles(amazon) };
};

describe('a profile from a file', () => {
  it('says what it would change and keeps nothing yet', async () => {
    const { profiles, kept, announced } = setUp();
    const { profile, changes } = valueOf(await profiles.preview({ text: JSON.stringify(aProfile()) }));
    expect(profile).toEqual(aProfile());
    expect(changes).toEqual([
      { field: 'composer', change: 'changed', before: 2, after: 2 },
      { field: 'orderId', change: 'same', before: 2, after: 2 },
    ]);
    expect([await kept(), announced]).toEqual([undefined, []]);
  });

  it('is kept, tells the open pages, and makes way for the one before', async () => {
    const { profiles, kept, announced } = setUp();
    const [first, second] = [aProfile(), aProfile({ version: '2026.11.11.1' })];
    valueOf(await profiles.apply({ profile: first }));
    valueOf(await profiles.apply({ profile: second }));
    expect(await kept()).toEqual({ imported: second, previous: first, taught: [] });
    valueOf(await profiles.rollBack({ marketplace: amazon }));
    expect(await kept()).toEqual({ imported: first, taught: [] });
    valueOf(await profiles.rollBack({ marketplace: amazon }));
    expect(await kept()).toEqual({ taught: [] });
    expect(await profiles.rollBack({ marketplace: amazon })).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(announced).toEqual(Array.from({ length: 4 }, () => ['profiles:amazon']));
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'not-json'],
    ['another kind of file', { app: 'parley' }, 'malformed'],
    ['a field nobody asks for', aProfile({ fields: { password: aProfile().fields['composer']! } }), 'unknown-field'],
    ['a marketplace nobody knows', { ...aProfile(), marketplace: 'evil' }, 'unknown-marketplace'],
    ['a version that is not newer', aProfile({ version: '2026.11.01.1' }), 'not-newer'],
    [
      'code where a selector should be',
      aProfile({ fields: { composer: { page: 'x', seen: '2026-11', structure: ['<img onerror=alert(1)>'] } } }),
      'bad-selector',
    ],
    [
      'names that reach into objects',
      `{"__proto__":{"polluted":1},${JSON.stringify(aProfile()).slice(1)}`,
      'malformed',
    ],
    ['more than a profile can be', `"${'x'.repeat(300_000)}"`, 'too-large'],
  ])('is refused with the reason when it is %s, and nothing is kept', async (_, content, why) => {
    const { profiles, kept } = setUp();
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(await profiles.preview({ text })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-profile', why: { kind: why } },
    });
    expect(await kept()).toBeUndefined();
  });

  it('is read again before it is kept: what was previewed is not believed', async () => {
    const { profiles, kept } = setUp();
    const hostile = aProfile({ fields: { composer: { page: 'x', seen: '2026-11', structure: ['a{}'] } } });
    expect(await profiles.apply({ profile: hostile })).toMatchObject({ ok: false, error: { kind: 'invalid-profile' } });
    expect(await kept()).toBeUndefined();
  });

  it('is refused where the browser takes one of its selectors for none', async () => {
    const desk = aDesk();
    const profiles = createProfiles({ ...desk.deps, isSelector: (css) => css !== '#composer' });
    expect(await profiles.preview({ text: JSON.stringify(aProfile()) })).toMatchObject({
      error: { why: { kind: 'bad-selector', css: '#composer' } },
    });
  });

  it('that brings taught pages alone leaves the fields as they are', async () => {
    const { profiles, kept } = setUp();
    const imported = aProfile();
    valueOf(await profiles.apply({ profile: imported }));
    valueOf(await profiles.saveTaught(aTaughtPage('own')));
    valueOf(await profiles.apply({ profile: aProfile({ fields: {}, taught: [aTaughtPage('shared')] }) }));
    expect(await kept()).toEqual({ imported, taught: [aTaughtPage('shared'), aTaughtPage('own')] });
  });

  it('can be one for named hosts, which have no fields of their own', async () => {
    const { profiles } = setUp();
    const taught = [aTaughtPage('desk', { marketplace: other, host: 'desk.example' })];
    valueOf(await profiles.apply({ profile: aProfile({ marketplace: other, fields: {}, taught }) }));
    expect(valueOf(await profiles.list())).toEqual({ other: { taught } });
    expect(await profiles.preview({ text: JSON.stringify(aProfile({ marketplace: other })) })).toMatchObject({
      error: { why: { kind: 'unknown-field' } },
    });
  });
});

/** Locks of a browser: one holder of a name at a time, the others wait. */
const aLockManager = () => {
  const asked: string[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const request = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    asked.push(name);
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  return { asked, request };
};

describe('a page somebody has shown', () => {
  it('is kept once for each place, and forgotten by name', async () => {
    const { profiles, kept, announced } = setUp();
    valueOf(await profiles.saveTaught(aTaughtPage('a')));
    valueOf(await profiles.saveTaught(aTaughtPage('b', { path: '/desk/a', fields: { composer: ['#better'] } })));
    expect((await kept())?.taught.map(({ id }) => id)).toEqual(['b']);
    expect(await profiles.forget({ marketplace: amazon, id: 'a' })).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
    valueOf(await profiles.forget({ marketplace: amazon, id: 'b' }));
    expect(await kept()).toEqual({ taught: [] });
    expect(announced).toHaveLength(3);
  });

  it('pushes out none of another host that has the same name', async () => {
    const { profiles, kept } = setUp();
    valueOf(await profiles.saveTaught(aTaughtPage('a')));
    const there = aTaughtPage('a', { host: 'evil.example' });
    valueOf(await profiles.saveTaught(there));
    valueOf(await profiles.saveTaught(there));
    expect((await kept())?.taught.map(({ id, host }) => [id, host])).toEqual([
      ['a-2', 'evil.example'],
      ['a', aTaughtPage('a').host],
    ]);
  });

  it('is one too many beyond 40, and those of other marketplaces do not count', async () => {
    const { profiles, kept } = setUp();
    for (let index = 0; index < mostTaught; index += 1) valueOf(await profiles.saveTaught(aTaughtPage(`p${index}`)));
    expect(await profiles.saveTaught(aTaughtPage('more'))).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'taught' },
    });
    valueOf(await profiles.saveTaught(aTaughtPage('p0', { fields: { composer: ['#again'] } })));
    valueOf(await profiles.saveTaught(aTaughtPage('ae', { marketplace: aliexpress })));
    expect((await kept())?.taught).toHaveLength(mostTaught);
  });

  it('is not lost when the popup changes profiles while the background does', async () => {
    const locks = aLockManager();
    vi.stubGlobal('navigator', { ...navigator, locks });
    const [one, two] = [setUp(), setUp()];
    await Promise.all([one.profiles.saveTaught(aTaughtPage('a')), two.profiles.saveTaught(aTaughtPage('b'))]);
    vi.unstubAllGlobals();
    expect((await one.kept())?.taught).toHaveLength(2);
    expect(locks.asked).toEqual(['parley-profiles', 'parley-profiles']);
  });

  it('is not lost when two tabs teach at once', async () => {
    const { profiles, kept } = setUp();
    await Promise.all([profiles.saveTaught(aTaughtPage('a')), profiles.saveTaught(aTaughtPage('b'))]);
    expect((await kept())?.taught).toHaveLength(2);
  });
});

describe('a profile for others', () => {
  it('is a file that another Parley takes', async () => {
    const { profiles } = setUp();
    valueOf(await profiles.apply({ profile: aProfile() }));
    valueOf(await profiles.saveTaught(aTaughtPage('a')));
    const file = JSON.stringify(valueOf(await profiles.export({ marketplace: amazon })));
    fakeBrowser.reset();
    const there = setUp();
    const { profile } = valueOf(await there.profiles.preview({ text: file }));
    valueOf(await there.profiles.apply({ profile }));
    expect(await there.kept()).toMatchObject({ imported: { fields: aProfile().fields }, taught: [aTaughtPage('a')] });
  });

  it('holds taught pages alone where nothing was imported, and does not exist where there is nothing', async () => {
    const { profiles } = setUp();
    expect(await profiles.export({ marketplace: amazon })).toEqual({ ok: false, error: { kind: 'not-found' } });
    valueOf(await profiles.saveTaught(aTaughtPage('a')));
    expect(valueOf(await profiles.export({ marketplace: amazon }))).toMatchObject({
      version: '2026.11.22.1',
      fields: {},
      taught: [{ id: 'a' }],
    });
  });
});
