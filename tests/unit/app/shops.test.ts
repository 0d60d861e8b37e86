import { describe, expect, test } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { aDesk, aliexpress, amazon, valueOf, type Desk } from './desk';

const resolve = (desk: Desk, hint: { accountId?: string; name?: string }, chosen?: string) =>
  desk.shops.resolve({ market: amazon, hint, ...(chosen === undefined ? {} : { chosen: brandAs<'ShopId'>(chosen) }) });

const add = async (desk: Desk, name: string, accountId?: string) =>
  valueOf(await desk.shops.add({ marketplace: amazon, name, ...(accountId === undefined ? {} : { accountId }) }));

const knownAs = ({ id, name }: { id: string; name: string }) => ({
  ok: true,
  value: { kind: 'known', shop: { id, name } },
});

describe('which shop a page belongs to', () => {
  test('the first shop of a marketplace is made from what the page says', async () => {
    const desk = aDesk();
    const state = valueOf(await resolve(desk, { accountId: 'A1', name: 'Lumen DE' }));
    const [shop] = valueOf(await desk.shops.list());
    expect(shop).toMatchObject({ name: 'Lumen DE', accountId: 'A1', marketplace: 'amazon' });
    expect(shop?.shopId).toBe(shop?.id);
    expect(state).toEqual({ kind: 'known', shop: { id: shop?.id, name: 'Lumen DE' } });
    expect(desk.announced).toEqual([['shops']]);
  });

  test('the first shop is called like the marketplace when the page says nothing', async () => {
    const desk = aDesk();
    expect(valueOf(await resolve(desk, {}))).toMatchObject({ kind: 'known', shop: { name: 'amazon' } });
  });

  test('one shop is made when two tabs ask at once', async () => {
    const desk = aDesk();
    await Promise.all([resolve(desk, { name: 'Lumen' }), resolve(desk, { name: 'Lumen' })]);
    expect(valueOf(await desk.shops.list())).toHaveLength(1);
  });

  test('nothing is asked with one shop, unless the page shows another name', async () => {
    const desk = aDesk();
    const shop = await add(desk, 'Lumen');
    expect(await resolve(desk, {})).toEqual(knownAs(shop));
    expect(await resolve(desk, { name: 'LUMEN' })).toEqual(knownAs(shop));
    const asked = { ok: true, value: { kind: 'ask', choices: [{ id: shop.id, name: 'Lumen' }] } };
    expect(await resolve(desk, { name: 'Something else' })).toEqual(asked);
    // What would be learned here would stay wrong for good.
    expect(await resolve(desk, { accountId: 'A2', name: 'Something else' })).toEqual(asked);
    expect(desk.announced).toHaveLength(1);
  });

  test('the answer about the only shop is remembered with the name, one among several is not', async () => {
    const desk = aDesk();
    const one = await add(desk, 'One');
    expect(await desk.shops.choose({ market: amazon, hint: { name: 'Lumen' }, chosen: one.id })).toEqual(knownAs(one));
    expect(await resolve(desk, { name: 'Lumen' })).toEqual(knownAs(one));
    await add(desk, 'Two');
    const hint = { name: 'Both' };
    expect(await desk.shops.choose({ market: amazon, hint, chosen: one.id })).toEqual(knownAs(one));
    expect(valueOf(await resolve(desk, hint)).kind).toBe('ask');
    expect(await resolve(desk, hint, one.id)).toEqual(knownAs(one));
  });

  test('an earlier answer teaches no account id', async () => {
    const desk = aDesk();
    const [one] = [await add(desk, 'One'), await add(desk, 'Two')];
    expect(valueOf(await resolve(desk, { accountId: 'A9' }, one.id)).kind).toBe('ask');
    expect(valueOf(await desk.shops.list()).map(({ accountId }) => accountId)).toEqual([undefined, undefined]);
  });

  test('a shop the agent has renamed is still found by what the page calls it', async () => {
    const desk = aDesk();
    const state = valueOf(await resolve(desk, { name: 'Lumen' }));
    const id = state.kind === 'known' ? state.shop.id : brandAs<'ShopId'>('');
    await desk.shops.rename({ id, name: 'My lamps' });
    expect(await resolve(desk, { name: 'Lumen' })).toEqual(knownAs({ id, name: 'My lamps' }));
  });

  test('the names of an account are learned where it is shown, and known where it is not', async () => {
    const desk = aDesk();
    const shop = await add(desk, 'Lumen', 'A1');
    for (const name of ['Lumen Germany', 'Lumen France']) await resolve(desk, { accountId: 'A1', name });
    expect(await resolve(desk, { name: 'Lumen Germany' })).toEqual(knownAs(shop));
    expect(valueOf(await resolve(desk, { name: 'Other' })).kind).toBe('ask');
  });

  test('a shop that was never named is contradicted by no name', async () => {
    const desk = aDesk();
    const first = await resolve(desk, {});
    expect(await resolve(desk, { name: 'Lumen' })).toEqual(first);
    expect(valueOf(await resolve(desk, { name: 'Another' })).kind).toBe('ask');
  });

  test('a shop learns its account id from the first page that shows it', async () => {
    const desk = aDesk();
    const shop = await add(desk, 'Lumen');
    expect(await resolve(desk, { accountId: 'A1' })).toEqual(knownAs(shop));
    expect(valueOf(await desk.shops.list())).toMatchObject([{ id: shop.id, accountId: 'A1' }]);
  });

  test('another account id is another shop', async () => {
    const desk = aDesk();
    const first = await add(desk, 'Lumen', 'A1');
    const second = valueOf(await resolve(desk, { accountId: 'A2', name: 'Lumen' }));
    expect(second.kind === 'known' && second.shop.id).not.toBe(first.id);
    expect(valueOf(await desk.shops.list())).toHaveLength(2);
  });

  test('a page that names one of several shops settles it', async () => {
    const desk = aDesk();
    const [one, two] = [await add(desk, 'One', 'A1'), await add(desk, 'Two', 'A2')];
    expect(await resolve(desk, { accountId: 'A2' })).toEqual(knownAs(two));
    expect(await resolve(desk, { name: 'ONE' })).toEqual(knownAs(one));
  });

  test('the agent is asked when a page names none of several, and only until the answer', async () => {
    const desk = aDesk();
    const [one, two] = [await add(desk, 'One'), await add(desk, 'Two')];
    const choices = expect.arrayContaining([one, two].map(({ id, name }) => ({ id, name }))) as unknown;
    expect(valueOf(await resolve(desk, {}))).toEqual({ kind: 'ask', choices });
    expect(await resolve(desk, {}, two.id)).toEqual(knownAs(two));
  });

  test('an answer is not believed against the account id of the page', async () => {
    const desk = aDesk();
    const [one, two] = [await add(desk, 'One', 'A1'), await add(desk, 'Two', 'A2')];
    expect(await resolve(desk, { accountId: 'A1' }, two.id)).toEqual(knownAs(one));
  });

  test('only shops that the page does not contradict are offered', async () => {
    const desk = aDesk();
    await add(desk, 'One', 'A1');
    const open = [await add(desk, 'Two'), await add(desk, 'Three')];
    const state = valueOf(await resolve(desk, { accountId: 'A9' }));
    expect(state.kind === 'ask' && state.choices.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
  });

  test('choosing teaches the shop the account id, so that nothing is asked again', async () => {
    const desk = aDesk();
    await add(desk, 'One');
    const two = await add(desk, 'Two');
    const hint = { accountId: 'A2' };
    expect(await desk.shops.choose({ market: amazon, hint, chosen: two.id })).toEqual(knownAs(two));
    expect(await resolve(desk, hint)).toEqual(knownAs(two));
  });

  test('choosing a shop that is none is refused', async () => {
    const desk = aDesk();
    await add(desk, 'One');
    await add(desk, 'Two');
    const chosen = brandAs<'ShopId'>('nowhere');
    expect(await desk.shops.choose({ market: amazon, hint: {}, chosen })).toEqual({
      ok: false,
      error: { kind: 'shop-unknown' },
    });
  });

  test('shops of another marketplace are not considered', async () => {
    const desk = aDesk();
    valueOf(await desk.shops.add({ marketplace: aliexpress, name: 'Lumen', accountId: 'A1' }));
    expect(valueOf(await resolve(desk, { accountId: 'A1', name: 'Lumen' }))).toMatchObject({ kind: 'known' });
    expect(valueOf(await desk.shops.list())).toHaveLength(2);
  });
});

describe('the list of shops', () => {
  test('keeps what the replies of a shop have in common, or says which field does not fit', async () => {
    const desk = aDesk();
    const { id } = await add(desk, 'Lumen');
    expect(valueOf(await desk.shops.profile(id))).toEqual({});
    const profile = {
      signature: ' Anna ',
      tone: 'short',
      carriers: '',
      transit: [{ country: 'DE', days: '3-5' }],
    } as const;
    expect(
      valueOf(await desk.shops.setProfile({ id, profile: { ...profile, transit: [...profile.transit] } })).profile,
    ).toEqual({
      signature: 'Anna',
      tone: 'short',
      transit: [{ country: 'DE', days: '3-5' }],
    });
    expect(valueOf(await desk.shops.profile(id)).signature).toBe('Anna');
    expect(await desk.shops.setProfile({ id, profile: { transit: [{ days: 'soon' }] } })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'transit' },
    });
  });

  test('renames and removes', async () => {
    const desk = aDesk();
    const { id } = await add(desk, 'Lumen');
    expect(valueOf(await desk.shops.rename({ id, name: ' Lumen FR ' })).name).toBe('Lumen FR');
    expect(await desk.shops.remove({ id })).toEqual({ ok: true, value: null });
    expect(valueOf(await desk.shops.list())).toEqual([]);
    expect(await desk.shops.rename({ id, name: 'x' })).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(desk.announced).toEqual([['shops'], ['shops'], ['shops']]);
  });

  test('brings back a removed shop with its records when its account shows up again', async () => {
    const desk = aDesk();
    const { id } = await add(desk, 'Lumen', 'A1');
    valueOf(await desk.shops.remove({ id }));
    expect(valueOf(await resolve(desk, { accountId: 'A1', name: 'Lumen' }))).toMatchObject({
      kind: 'known',
      shop: { id },
    });
  });

  test.each([
    ['an empty name', { name: ' ' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(81) }, 'name'],
    ['an account id that is too long', { name: 'a', accountId: 'x'.repeat(201) }, 'accountId'],
    ['an account id that another shop has', { name: 'a', accountId: 'A1' }, 'accountId'],
  ])('refuses %s', async (_, shop, field) => {
    const desk = aDesk();
    await add(desk, 'Lumen', 'A1');
    expect(await desk.shops.add({ marketplace: amazon, ...shop })).toEqual({
      ok: false,
      error: { kind: 'invalid', field },
    });
  });
});
