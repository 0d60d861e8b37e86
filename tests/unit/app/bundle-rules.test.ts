import { describe, expect, test } from 'vitest';
import type { BundleLine } from '@/utils/domain/bundles/bundle';
import { applyDesk } from '@/utils/domain/compliance/desk/apply-desk';
import type { OwnRule } from '@/utils/domain/compliance/desk-rules';
import type { RulePack } from '@/utils/domain/compliance/rule';
import { anImporter, fileOf, fileWith, readIn, storeOf, takeIn, type Importer } from './bundle-desks';
import { createTeam } from '@/utils/app/bundles/team';
import { formatCard } from '@/utils/domain/bundles/team-card';
import type { AgentId } from '@/utils/domain/ids';
import { newKey } from '@/utils/platform/bundles/identity';
import { aDesk, hour, valueOf, type Desk } from './desk';

const own: OwnRule = {
  id: 'own-guarantee',
  title: 'Guarantee',
  why: '',
  alternative: 'Say warranty.',
  words: ['guarantee'],
  unless: [],
  severity: 'warn',
  marketplaces: [],
  langs: [],
};

const shipped: RulePack = {
  version: 'en-1',
  lang: 'en',
  coverage: 'full',
  cues: {},
  rules: ['fmt-emoji', 'tone-blame'].map((id) => ({
    id,
    marketplaces: ['any'],
    severity: { any: 'warn' as const },
    patterns: [],
    fix: { kind: 'drop' as const },
  })),
} as unknown as RulePack;

/** The rules by which conversations of a desk are checked now. */
const checkedBy = async ({ deskRules }: Desk) =>
  applyDesk(shipped, await deskRules.active()).rules.map(({ id, severity }) => [id, severity['any']]);

/** A desk that has decided about three rules and the switch. */
const aDecidedDesk = async () => {
  const desk = aDesk();
  valueOf(await desk.deskRules.set({ rule: 'fmt-emoji', off: true }));
  valueOf(await desk.deskRules.set({ rule: 'tone-blame', severity: 'block' }));
  valueOf(await desk.deskRules.saveOwn(own));
  valueOf(await desk.deskRules.holdSending({ on: true }));
  return desk;
};

const linesIn = async ({ files }: Importer, importId: string) =>
  valueOf(await files.lines({ importId, limit: 50 })).lines;

describe('rules in a file', () => {
  test('are checked by once they are applied, told to open conversations, and taken back row by row', async () => {
    const to = await anImporter();
    valueOf(await to.deskRules.set({ rule: 'tone-blame', severity: 'info' }));
    const [before, rules] = [await storeOf(to), await checkedBy(to)];
    const from = await aDecidedDesk();
    from.pass(hour);
    valueOf(await from.deskRules.set({ rule: 'tone-blame', severity: 'block' }));
    valueOf(await from.deskRules.saveOwn({ ...own, severity: 'block' }));
    const file = await fileOf(from);
    const read = await readIn(to, file);
    expect(read.tally).toMatchObject({ new: 3 });
    to.announced.length = 0;
    const applied = valueOf(await to.files.apply({ importId: read.id }));
    expect(to.announced.flat()).toContain('rules');
    expect(await checkedBy(to)).toEqual(await checkedBy(from));
    expect((await to.deskRules.active()).desk.holdsSending).toBe(true);
    expect(await checkedBy(to)).not.toEqual(rules);
    to.announced.length = 0;
    valueOf(await to.files.undo({ importId: applied.id }));
    expect(to.announced.flat()).toContain('rules');
    expect(await storeOf(to)).toEqual(before);
    expect(await checkedBy(to)).toEqual(rules);
  });

  test('show what changes, field by field, under the names people know', async () => {
    const to = await anImporter();
    valueOf(await to.deskRules.saveOwn(own));
    const from = await aDecidedDesk();
    from.pass(hour);
    valueOf(await from.deskRules.saveOwn({ ...own, words: ['guarantee', 'promise'] }));
    const lines = await linesIn(to, (await readIn(to, await fileOf(from))).id);
    const changed = lines.find(({ id }) => id === own.id);
    expect(changed).toMatchObject({ section: 'rules', kind: 'changed', title: 'Guarantee' });
    expect(changed?.fields.map(({ field, ours, merged }) => [field, ours, merged])).toEqual([
      ['own.words', ['guarantee'], ['guarantee', 'promise']],
    ]);
    expect(lines.map(({ id }) => id)).toEqual(['fmt-emoji', 'holds-sending', 'own-guarantee', 'tone-blame']);
  });

  test('go with a deletion, which is called what the rule is called here', async () => {
    const to = await anImporter();
    const from = await aDecidedDesk();
    await takeIn(to, await fileOf(from));
    from.pass(hour);
    valueOf(await from.deskRules.removeOwn({ id: own.id }));
    const read = await readIn(to, await fileOf(from));
    const [gone] = await linesIn(to, read.id);
    expect(gone).toMatchObject({ kind: 'deleted', title: 'Guarantee' });
    valueOf(await to.files.apply({ importId: read.id }));
    expect((await to.deskRules.active()).desk.own).toEqual([]);
  });

  test('that are more than a desk can have decided are left out', async () => {
    const to = await anImporter();
    const [line] = await (await (await aDecidedDesk()).db()).rules.toArray();
    const many = Array.from({ length: 2_100 }, (_, n): BundleLine => ({
      section: 'rules',
      row: { ...line!, id: `fmt-n${String(n).padStart(4, '0')}` },
    }));
    expect((await readIn(to, await fileWith(many))).tally).toMatchObject({ new: 2_000, rejected: 100 });
  });

  test('leave nobody a way back to what was before a pack', async () => {
    const to = await anImporter();
    const pack = { format: 'parley-rules', version: 1, name: 'EU', issuedOn: '2026-01-01', settings: {} };
    valueOf(await to.deskRules.importPack({ text: JSON.stringify(pack) }));
    const applied = await takeIn(to, await fileOf(await aDecidedDesk()));
    expect(valueOf(await to.deskRules.read()).undo).toBeNull();
    valueOf(await to.files.undo({ importId: applied.id }));
    expect(valueOf(await to.deskRules.read()).undo?.name).toBe('EU');
  });
});

/** Who a desk is to others. */
const idOf = async (desk: Desk): Promise<AgentId> => (await (await desk.db()).agents.toArray())[0]!.id;

/** Takes somebody into the team of a desk, as lead when they are one. */
const trust = async (desk: Desk, mate: Desk, isLead: boolean): Promise<void> => {
  const team = createTeam(desk.deps);
  const id = await idOf(mate);
  const { recipient } = await newKey();
  valueOf(await team.addMate({ card: formatCard({ id, name: 'Mei', recipient }) }));
  valueOf(await team.setLead({ id, isLead }));
};

/** A lead who has locked what they decided about a rule. */
const aLead = async () => {
  const desk = aDesk();
  valueOf(await desk.deskRules.set({ rule: 'tone-blame', severity: 'block' }));
  valueOf(await desk.deskRules.setLock({ rule: 'tone-blame', on: true }));
  return desk;
};

const locked = { ok: false, error: { kind: 'refused', code: 'locked' } };
const standing = async ({ deskRules }: Desk) => valueOf(await deskRules.read()).desk.settings['tone-blame'];

describe('a rule a lead has locked', () => {
  test('is for the lead to change and to open again, and locked with that for everybody who trusts them', async () => {
    const [from, to] = [await aLead(), await anImporter()];
    await trust(to, from, true);
    await takeIn(to, await fileOf(from));
    expect(await standing(to)).toEqual({ severity: 'block', locked: true });
    expect(valueOf(await to.deskRules.read()).locks).toEqual([{ rule: 'tone-blame', by: 'lead', name: 'Mei' }]);
    expect(await to.deskRules.set({ rule: 'tone-blame', off: true })).toEqual(locked);
    expect(await to.deskRules.setLock({ rule: 'tone-blame', on: true })).toEqual(locked);
    expect(await to.deskRules.mute({ rule: 'tone-blame', reason: 'No', days: 1, risk: 'plain' })).toEqual(locked);
    from.pass(hour);
    to.pass(hour);
    valueOf(await from.deskRules.set({ rule: 'tone-blame', severity: 'warn' }));
    await takeIn(to, await fileOf(from));
    expect(await standing(to)).toEqual({ severity: 'warn', locked: true });
    from.pass(hour);
    to.pass(hour);
    valueOf(await from.deskRules.setLock({ rule: 'tone-blame', on: false }));
    await takeIn(to, await fileOf(from));
    expect(await standing(to)).toEqual({ severity: 'warn' });
  });

  test('is as it was once the import is taken back', async () => {
    const [from, to] = [await aLead(), await anImporter()];
    valueOf(await to.deskRules.set({ rule: 'tone-blame', severity: 'info' }));
    await trust(to, from, true);
    const before = await storeOf(to);
    from.pass(hour);
    valueOf(await from.deskRules.set({ rule: 'tone-blame', severity: 'block' }));
    const applied = await takeIn(to, await fileOf(from));
    expect(await standing(to)).toEqual({ severity: 'block', locked: true });
    valueOf(await to.files.undo({ importId: applied.id }));
    expect(await standing(to)).toEqual({ severity: 'info' });
    expect(await storeOf(to)).toEqual(before);
  });

  test('is locked as long as its author is marked as lead, told to open conversations', async () => {
    const [from, to] = [await aLead(), await anImporter()];
    await trust(to, from, false);
    const read = await readIn(to, await fileOf(from));
    const lock = (await linesIn(to, read.id)).find(({ id }) => id.startsWith('lock:'));
    expect(lock).toMatchObject({ kind: 'kept', held: { kind: 'no-lead' } });
    valueOf(await to.files.apply({ importId: read.id }));
    expect(await standing(to)).toEqual({ severity: 'block' });
    const team = createTeam(to.deps);
    to.announced.length = 0;
    valueOf(await team.setLead({ id: await idOf(from), isLead: true }));
    expect(to.announced.flat()).toContain('rules');
    expect(await standing(to)).toEqual({ severity: 'block', locked: true });
    valueOf(await team.removeMate({ id: await idOf(from) }));
    expect(await standing(to)).toEqual({ severity: 'block' });
  });

  test('is not replaced by a later decision of somebody else, which the preview says', async () => {
    const [from, third, to] = [await aLead(), aDesk(), await anImporter()];
    await trust(to, from, true);
    await takeIn(to, await fileOf(from));
    third.pass(2 * hour);
    to.pass(3 * hour);
    valueOf(await third.deskRules.set({ rule: 'tone-blame', off: true }));
    const read = await readIn(to, await fileOf(third));
    const [line] = await linesIn(to, read.id);
    expect(line).toMatchObject({ id: 'tone-blame', kind: 'kept', held: { kind: 'locked', by: 'lead', name: 'Mei' } });
    valueOf(await to.files.apply({ importId: read.id }));
    expect(await standing(to)).toEqual({ severity: 'block', locked: true });
  });

  test('stays as it is for the lead too, whatever agents send, and for all once it is opened', async () => {
    const [from, third] = [await anImporter(await aLead()), aDesk()];
    third.pass(hour);
    from.pass(2 * hour);
    valueOf(await third.deskRules.set({ rule: 'tone-blame', off: true }));
    await takeIn(from, await fileOf(third));
    expect(await standing(from)).toEqual({ severity: 'block' });
    valueOf(await from.deskRules.setLock({ rule: 'tone-blame', on: false }));
    expect(await standing(from)).toEqual({ severity: 'block' });
  });

  test('keeps its lock whatever pack is imported, and when the locks of that pack are removed', async () => {
    const [from, to] = [await aLead(), await anImporter()];
    await trust(to, from, true);
    await takeIn(to, await fileOf(from));
    to.pass(hour);
    const pack = {
      format: 'parley-rules',
      version: 1,
      name: 'EU',
      issuedOn: '2026-01-01',
      settings: { 'tone-blame': { off: true }, 'fmt-emoji': { off: true } },
      locks: ['fmt-emoji'],
    };
    valueOf(await to.deskRules.importPack({ text: JSON.stringify(pack) }));
    expect(valueOf(await to.deskRules.read()).desk.settings).toEqual({
      'fmt-emoji': { off: true, locked: true },
      'tone-blame': { severity: 'block', locked: true },
    });
    valueOf(await to.deskRules.openLocks());
    expect(await standing(to)).toEqual({ severity: 'block', locked: true });
  });

  test('is one something was decided about', async () => {
    const desk = aDesk();
    expect(await desk.deskRules.setLock({ rule: 'tone-blame', on: true })).toMatchObject({
      error: { kind: 'not-found' },
    });
    valueOf(await desk.deskRules.set({ rule: 'tone-blame', off: true }));
    valueOf(await desk.deskRules.setLock({ rule: 'tone-blame', on: true }));
    const view = valueOf(await desk.deskRules.set({ rule: 'tone-blame', off: false }));
    expect(view.locks).toEqual([]);
  });

  test('comes back with its lock when a pack that replaced it is taken back', async () => {
    const desk = await aLead();
    const pack = { format: 'parley-rules', version: 1, name: 'EU', issuedOn: '2026-01-01', settings: {} };
    desk.pass(hour);
    expect(valueOf(await desk.deskRules.importPack({ text: JSON.stringify(pack) })).locks).toEqual([]);
    expect(valueOf(await desk.deskRules.undoImport()).locks).toMatchObject([{ rule: 'tone-blame', by: 'self' }]);
    expect(await standing(desk)).toEqual({ severity: 'block' });
  });
});
