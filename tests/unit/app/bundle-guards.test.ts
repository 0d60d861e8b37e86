import { describe, expect, test } from 'vitest';
import { asRawPart, partId, placeOf } from '@/utils/app/bundles/import-store';
import type { BundleLine } from '@/utils/domain/bundles/bundle';
import { brandAs, type BuyerKey } from '@/utils/domain/ids';
import { aBusyDesk, anImporter, fileOf, fileWith, linesOf, readIn, storeOf, takeIn } from './bundle-desks';
import { anOrderAlias, hour, valueOf } from './desk';
import { counted, recount } from './recount';

const keyOf = (text: string): BuyerKey => brandAs<'BuyerKey'>(text);

/** Two desks with the same shop and the same records. */
const aPair = async () => {
  const from = await anImporter(await aBusyDesk());
  const to = await anImporter();
  await takeIn(to, await fileOf(from));
  from.pass(hour);
  to.pass(hour);
  return { from, to, ann: from.buyer.key };
};

type Pair = Awaited<ReturnType<typeof aPair>>;

/** Another buyer of the same shop. */
const another = async (desk: Pair['from'] | Pair['to'], shopId: Pair['from']['shop']['id'], orderId: string) =>
  valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias(orderId)] })).buyer.key;

describe('who is forgotten elsewhere', () => {
  test('is forgotten here as well when they are archived here', async () => {
    const { from, to, ann } = await aPair();
    valueOf(await to.buyers.archive({ keys: [ann] }));
    valueOf(await from.buyers.forget({ keys: [ann] }));
    await takeIn(to, await fileOf(from));
    expect(JSON.stringify(await storeOf(to))).not.toMatch(/Ann Lee|blue one/);
    expect(await (await to.db()).orders.count()).toBe(0);
    expect(await counted(to)).toEqual(await recount(to));
  });

  test('is forgotten here however many there are', async () => {
    const { from, to } = await aPair();
    const [buyer] = (await linesOf(from)).filter(({ section }) => section === 'buyers') as Extract<
      BundleLine,
      { section: 'buyers' }
    >[];
    const shop = (await linesOf(from)).find(({ section }) => section === 'shops')!;
    const rows = Array.from({ length: 230 }, (_, at): BundleLine => ({
      section: 'buyers',
      row: { ...buyer!.row, key: keyOf(`gone-${at}`), aliases: [`order:gone-${at}`], joinedTo: '', archived: 0 },
    }));
    await takeIn(to, await fileWith([shop, ...rows]));
    const hlc = buyer!.row.hlc.replace(/^.{9}/, (millis) =>
      (parseInt(millis, 36) + 60_000).toString(36).padStart(9, '0'),
    );
    const marks = rows.map((line): BundleLine => {
      const row = line.row as (typeof buyer & object)['row'];
      const { displayName: _name, ...rest } = row;
      return { section: 'buyers', row: { ...rest, hlc, aliases: [], tags: [], deleted: 1, forgotten: 1 } };
    });
    expect(await takeIn(to, await fileWith([shop, ...marks]))).toMatchObject({ state: 'applied' });
    const left = (await (await to.db()).buyers.toArray()).filter(({ key }) => key.startsWith('gone-'));
    expect(left.filter(({ forgotten }) => forgotten === 1)).toHaveLength(230);
  });
});

describe('records that are joined', () => {
  test('are not taken from under those that were joined to them since', async () => {
    const { from, to } = await aPair();
    const mine = await another(to, from.shop.id, '900');
    const theirs = await another(from, from.shop.id, '901');
    const applied = await takeIn(to, await fileOf(from));
    valueOf(await to.buyers.join({ keys: [theirs, mine] }));
    expect(valueOf(await to.files.undo({ importId: applied.id })).keptBack).toBeGreaterThan(0);
    const db = await to.db();
    expect(await db.buyers.get(theirs)).toMatchObject({ key: theirs });
    expect(valueOf(await to.buyers.open(mine)).buyer.key).toBe(theirs);
    expect(await counted(to)).toEqual(await recount(to));
  });

  test('stay apart once somebody has separated them, wherever that was', async () => {
    const [a, b] = [await anImporter(await aBusyDesk()), await anImporter(await aBusyDesk())];
    await takeIn(a, await fileOf(b));
    const joined = (await (await a.db()).buyers.toArray()).find(({ joinedTo }) => joinedTo)!;
    valueOf(await a.buyers.separate({ key: joined.key }));
    await takeIn(b, await fileOf(a));
    expect((await (await b.db()).buyers.get(joined.key))?.joinedTo).toBe('');
    await takeIn(a, await fileOf(b));
    expect((await (await a.db()).buyers.get(joined.key))?.joinedTo).toBe('');
  });

  test('stand together in the lists also when they come in different parts', async () => {
    const from = await aBusyDesk();
    const some = await linesOf(from);
    const shop = some.find(({ section }) => section === 'shops')!;
    const [buyer] = some.flatMap((line) => (line.section === 'buyers' && line.row.archived === 0 ? [line] : []));
    const of = (key: string, joinedTo?: string): BundleLine => ({
      section: 'buyers',
      row: {
        ...buyer!.row,
        key: keyOf(key),
        aliases: [`order:${key}`],
        ...(joinedTo === undefined ? {} : { joinedTo: keyOf(joinedTo) }),
      },
    });
    const many = Array.from({ length: 700 }, (_, at) => of(`middle-${at}`));
    const to = await anImporter();
    const applied = await takeIn(to, await fileWith([shop, of('aaa', 'zzz'), ...many, of('zzz')]));
    expect(await counted(to)).toMatchObject({ all: 701 });
    expect(await counted(to)).toEqual(await recount(to));
    valueOf(await to.files.undo({ importId: applied.id }));
    expect(await (await to.db()).buyers.count()).toBe(0);
    expect(await counted(to)).toEqual({});
  });

  test('lose nobody when a file archives the one the others are joined to', async () => {
    const { from, to, ann } = await aPair();
    const mine = await another(to, from.shop.id, '900');
    valueOf(await to.buyers.join({ keys: [ann, mine] }));
    valueOf(await from.buyers.archive({ keys: [ann] }));
    const before = await storeOf(to);
    const applied = await takeIn(to, await fileOf(from));
    const page = valueOf(await to.buyers.page({ filter: {}, limit: 10 }));
    expect(page.lines.map(({ buyer }) => buyer.key)).toContain(mine);
    expect(await counted(to)).toEqual(await recount(to));
    valueOf(await to.files.undo({ importId: applied.id }));
    expect(await storeOf(to)).toEqual(before);
    expect(await counted(to)).toEqual(await recount(to));
  });
});

describe('a file that is being read', () => {
  test('loses who is forgotten meanwhile, and nobody else', async () => {
    const desk = await anImporter(await aBusyDesk());
    const other = await another(desk, desk.shop.id, '555');
    const db = await desk.db();
    const lines = (await linesOf(desk)).filter(({ section }) => section !== 'templates');
    await db.importParts.put(asRawPart(partId('reading', 'raw', placeOf(1)), lines));
    valueOf(await desk.buyers.forget({ keys: [desk.buyer.key] }));
    const left = await db.importParts.toArray();
    expect(left).toHaveLength(1);
    expect(left[0]?.value).not.toMatch(/Ann Lee|blue one/);
    expect(left[0]?.value).not.toContain(JSON.stringify(desk.buyer.key));
    expect(left[0]?.value).toContain(JSON.stringify(other));
  });
});

describe('a choice', () => {
  test('stays with its row when somebody else is forgotten', async () => {
    const from = await anImporter(await aBusyDesk());
    const other = await another(from, from.shop.id, '555');
    const to = await anImporter();
    await takeIn(to, await fileWith((await linesOf(from)).filter(({ section }) => section !== 'notes')));
    to.pass(hour);
    const entry = await readIn(to, await fileOf(from));
    const lines = async () =>
      valueOf(await to.files.lines({ importId: entry.id, limit: 50, kinds: ['new', 'same'] })).lines;
    const before = await lines();
    valueOf(await to.buyers.forget({ keys: [other] }));
    const after = await lines();
    expect(after.length).toBe(before.length - 1);
    for (const line of after) expect(before.find(({ n }) => n === line.n)).toMatchObject({ id: line.id });
  });

  test('leaves no buyers in a shop that is not there', async () => {
    const to = await anImporter();
    const entry = await readIn(to, await fileOf(await aBusyDesk()));
    const { lines } = valueOf(await to.files.lines({ importId: entry.id, limit: 50, section: 'shops' }));
    valueOf(await to.files.choose({ importId: entry.id, n: lines[0]!.n, take: 'ours' }));
    valueOf(await to.files.apply({ importId: entry.id }));
    expect(await (await to.db()).shops.count()).toBe(1);
    const again = await readIn(to, await fileOf(await aBusyDesk()));
    const link = { importId: again.id, theirs: again.shops[0]!.theirs.id, ours: brandAs<'ShopId'>('no-such-shop') };
    expect(await to.files.linkShop(link)).toMatchObject({ error: { kind: 'invalid', field: 'ours' } });
  });
});
