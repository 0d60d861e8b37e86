import { describe, expect, test } from 'vitest';
import type { OwnRule } from '@/utils/domain/compliance/desk-rules';
import { aDesk, hour, valueOf } from './desk';

const pack = (change: object = {}) =>
  JSON.stringify({
    format: 'parley-rules',
    version: 1,
    name: 'Lumen EU',
    issuedOn: '2026-11-01',
    settings: { 'fmt-emoji': { off: true } },
    own: [],
    locks: ['review-incentive'],
    ...change,
  });

const own: OwnRule = {
  id: 'own-guarantee',
  title: 'Guarantee',
  why: '',
  alternative: '',
  words: ['guarantee'],
  unless: [],
  severity: 'warn',
  marketplaces: [],
  langs: [],
};

const aMute = { rule: 'tone-blame', reason: 'Asked by the buyer', days: 7, risk: 'plain' } as const;

describe('what a desk decides', () => {
  test('starts with what was shipped and nothing held', async () => {
    const view = valueOf(await aDesk().deskRules.read());
    expect(view).toEqual({ desk: { settings: {}, own: [], holdsSending: false }, locks: [], undo: null, mutes: [] });
  });

  test('is kept, logged without texts, and told to open pages', async () => {
    const desk = aDesk();
    valueOf(await desk.deskRules.set({ rule: 'fmt-emoji', severity: 'block' }));
    valueOf(await desk.deskRules.saveOwn(own));
    const view = valueOf(await desk.deskRules.holdSending({ on: true }));
    expect(view.desk).toEqual({ settings: { 'fmt-emoji': { severity: 'block' } }, own: [own], holdsSending: true });
    expect(desk.announced).toEqual([['rules'], ['rules'], ['rules']]);
    const lines = await (await desk.db()).log.toArray();
    expect(lines.map(({ what, detail }) => [what, detail])).toEqual(Array(3).fill(['rules.changed', {}]));
  });

  test('refuses a rule that is no rule, and an own rule with the field that is wrong', async () => {
    const { deskRules } = aDesk();
    expect(await deskRules.set({ rule: '__proto__', off: true })).toMatchObject({ error: { kind: 'not-found' } });
    expect(await deskRules.saveOwn({ ...own, title: '' })).toMatchObject({
      error: { kind: 'invalid', field: 'title' },
    });
    expect(await deskRules.saveOwn({ ...own, words: ['***'] })).toMatchObject({ error: { field: 'words' } });
    expect(await deskRules.removeOwn({ id: 'own-nobody' })).toMatchObject({ error: { kind: 'not-found' } });
  });

  test('is shipped again when what is kept can not be read', async () => {
    const desk = aDesk();
    valueOf(await desk.deskRules.holdSending({ on: true }));
    const db = await desk.db();
    const row = (await db.rules.get('holds-sending'))!;
    await db.rules.put({ ...row, on: 'yes' as never });
    expect((await desk.deskRules.active()).desk.holdsSending).toBe(false);
  });
});

describe('a pack', () => {
  test('takes the place of what was there, can be undone once, and says which it was', async () => {
    const { deskRules } = aDesk();
    valueOf(await deskRules.saveOwn(own));
    const view = valueOf(await deskRules.importPack({ text: pack() }));
    expect(view.desk).toMatchObject({ own: [], origin: { name: 'Lumen EU', issuedOn: '2026-11-01' } });
    expect(view.undo?.name).toBe('Lumen EU');
    expect(valueOf(await deskRules.undoImport()).desk.own).toEqual([own]);
    expect(await deskRules.undoImport()).toMatchObject({ error: { kind: 'not-found' } });
  });

  test('locks: no change, no removal, no mute, until somebody opens the locks', async () => {
    const { deskRules } = aDesk();
    valueOf(await deskRules.importPack({ text: pack({ own: [own], locks: ['review-incentive', own.id] }) }));
    const locked = { ok: false, error: { kind: 'refused', code: 'locked' } };
    expect(await deskRules.set({ rule: 'review-incentive', severity: 'info' })).toEqual(locked);
    expect(await deskRules.set({ rule: 'review-incentive', off: true })).toEqual(locked);
    expect(await deskRules.saveOwn({ ...own, severity: 'info' })).toEqual(locked);
    expect(await deskRules.removeOwn({ id: own.id })).toEqual(locked);
    expect(await deskRules.mute({ ...aMute, rule: 'review-incentive' })).toEqual(locked);
    expect(await deskRules.mute({ ...aMute, rule: own.id })).toEqual(locked);
    valueOf(await deskRules.openLocks());
    valueOf(await deskRules.set({ rule: 'review-incentive', severity: 'info' }));
    valueOf(await deskRules.removeOwn({ id: own.id }));
  });

  test('that is none is refused, and nothing changes', async () => {
    const desk = aDesk();
    expect(await desk.deskRules.importPack({ text: '{}' })).toMatchObject({
      error: { kind: 'invalid', field: 'pack' },
    });
    expect(desk.announced).toEqual([]);
  });

  test('comes out as it went in', async () => {
    const { deskRules } = aDesk();
    valueOf(await deskRules.importPack({ text: pack({ own: [own] }) }));
    const file = valueOf(await deskRules.exportPack({ name: ' Lumen FR ' }));
    expect(file).toMatchObject({ name: 'Lumen FR', issuedOn: '2026-11-22', locks: ['review-incentive'], own: [own] });
    const again = valueOf(await deskRules.importPack({ text: JSON.stringify(file) }));
    expect(again.desk.settings).toEqual({ 'fmt-emoji': { off: true }, 'review-incentive': { locked: true } });
    expect(await deskRules.exportPack({ name: ' ' })).toMatchObject({ error: { field: 'name' } });
  });
});

describe('the rows of what was decided', () => {
  const rowsOf = async (desk: ReturnType<typeof aDesk>) => (await desk.db()).rules.toArray();

  test('are one for each rule, written when that rule changes', async () => {
    const desk = aDesk();
    valueOf(await desk.deskRules.set({ rule: 'fmt-emoji', severity: 'block' }));
    const [first] = await rowsOf(desk);
    desk.pass(hour);
    valueOf(await desk.deskRules.saveOwn(own));
    const { id: _id, ...words } = own;
    expect(await rowsOf(desk)).toEqual([first, expect.objectContaining({ id: own.id, own: words, deleted: 0 })]);
  });

  test('become tombstones once a rule is as it was shipped', async () => {
    const desk = aDesk();
    valueOf(await desk.deskRules.set({ rule: 'fmt-emoji', off: true }));
    valueOf(await desk.deskRules.set({ rule: 'fmt-emoji', off: false }));
    valueOf(await desk.deskRules.saveOwn(own));
    valueOf(await desk.deskRules.removeOwn({ id: own.id }));
    const rows = await rowsOf(desk);
    expect(rows.map(({ id, deleted }) => [id, deleted])).toEqual([
      ['fmt-emoji', 1],
      [own.id, 1],
    ]);
    expect(JSON.stringify(rows)).not.toContain('"Guarantee"');
  });

  test('keep the lock of a pack beside the decision', async () => {
    const desk = aDesk();
    valueOf(await desk.deskRules.importPack({ text: pack() }));
    const [agent] = await (await desk.db()).agents.toArray();
    expect((await rowsOf(desk)).map(({ id, off, lock }) => [id, off, lock])).toEqual([
      ['fmt-emoji', 1, undefined],
      [`lock:${agent!.id}:review-incentive`, undefined, 'pack'],
    ]);
    valueOf(await desk.deskRules.openLocks());
    expect((await rowsOf(desk)).filter(({ deleted }) => deleted === 0)).toHaveLength(1);
  });

  test('leave no way back to what was before a pack once something else was decided', async () => {
    const desk = aDesk();
    valueOf(await desk.deskRules.importPack({ text: pack() }));
    const db = await desk.db();
    const row = (await db.rules.get('fmt-emoji'))!;
    await db.rules.put({ ...row, id: 'tone-blame', hlc: '0mm000001:0000:node-2' });
    expect(valueOf(await desk.deskRules.read()).undo).toBeNull();
    expect(await desk.deskRules.undoImport()).toMatchObject({ error: { kind: 'not-found' } });
    await db.rules.delete('tone-blame');
    expect(valueOf(await desk.deskRules.read()).undo?.name).toBe('Lumen EU');
  });
});

describe('a mute', () => {
  test('holds for its days, names who and why, and ends by itself', async () => {
    const desk = aDesk();
    valueOf(await desk.deskRules.mute(aMute));
    const [mute] = (await desk.deskRules.active()).mutes;
    expect(mute).toMatchObject({ rule: 'tone-blame', reason: 'Asked by the buyer', until: '2026-03-09T09:00:00.000Z' });
    desk.pass(7 * 24 * hour);
    expect((await desk.deskRules.active()).mutes).toEqual([]);
  });

  test('can be taken back, and its reason is forgotten', async () => {
    const desk = aDesk();
    valueOf(await desk.deskRules.mute(aMute));
    expect(valueOf(await desk.deskRules.unmute({ rule: 'tone-blame' })).mutes).toEqual([]);
    expect(JSON.stringify(await (await desk.db()).mutes.toArray())).not.toContain('Asked');
    expect(await desk.deskRules.unmute({ rule: 'tone-blame' })).toMatchObject({ error: { kind: 'not-found' } });
    valueOf(await desk.deskRules.mute(aMute));
    expect((await desk.deskRules.active()).mutes).toHaveLength(1);
  });

  test.each([
    ['no reason', { reason: '  ' }, { field: 'reason' }],
    ['a long reason', { reason: 'x'.repeat(201) }, { field: 'reason' }],
    ['an address in the reason', { reason: 'see ann@example.org' }, { field: 'reason', why: 'contact' }],
    ['a number in the reason', { reason: 'call +49 170 1234567' }, { field: 'reason', why: 'contact' }],
    ['no day', { days: 0 }, { field: 'days' }],
    ['half a day', { days: 1.5 }, { field: 'days' }],
    ['31 days', { days: 31 }, { field: 'days' }],
    ['two days for a rule that risks the account', { days: 2, risk: 'account' as const }, { field: 'days' }],
    ['a rule nobody knows', { risk: 'unknown' as const }, { field: 'rule' }],
  ])('is refused with %s', async (_name, change, error) => {
    const desk = aDesk();
    expect(await desk.deskRules.mute({ ...aMute, ...change })).toEqual({
      ok: false,
      error: { kind: 'invalid', ...error },
    });
    expect(await (await desk.db()).mutes.count()).toBe(0);
  });

  test('of a rule that risks the account holds for one day', async () => {
    const { deskRules } = aDesk();
    expect((await deskRules.mute({ ...aMute, days: 1, risk: 'account' })).ok).toBe(true);
  });
});

describe('an override', () => {
  test('is kept with rules, shop, reason and agent, newest first', async () => {
    const desk = aDesk();
    const shop = valueOf(await desk.shops.add({ marketplace: 'amazon' as never, name: 'Lumen DE' }));
    const note = (reason: string) =>
      desk.deskRules.override({ rules: ['b-rule', 'a-rule', 'a-rule'], reason, shopId: shop.id });
    valueOf(await note('first'));
    desk.pass(1000);
    valueOf(await note('second'));
    const rows = valueOf(await desk.deskRules.overrides({ limit: 10 }));
    expect(rows.map(({ reason }) => reason)).toEqual(['second', 'first']);
    expect(rows[0]).toMatchObject({ rules: ['a-rule', 'b-rule'], shopId: shop.id, initials: '' });
    const older = valueOf(await desk.deskRules.overrides({ limit: 10, before: rows[0]!.at }));
    expect(older.map(({ reason }) => reason)).toEqual(['first']);
    const lines = (await (await desk.db()).log.toArray()).filter(({ what }) => what === 'message.overridden');
    expect(lines[0]?.detail).toEqual({ rules: 'a-rule b-rule' });
  });

  test.each([
    ['no rule', { rules: [] }, 'rules'],
    ['what is no rule', { rules: ['Dear Ann, I love you'] }, 'rules'],
    ['a reason with a contact', { reason: 'ann@example.org' }, 'reason'],
  ])('is refused with %s', async (_name, change, field) => {
    const refused = await aDesk().deskRules.override({ rules: ['a-rule'], reason: 'why', shopId: '', ...change });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'invalid', field } });
  });
});
