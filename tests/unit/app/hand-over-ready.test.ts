// @vitest-environment node
import { expect, test } from 'vitest';
import { keepExport } from '@/utils/app/bundles/export-entries';
import { readHandOver } from '@/utils/app/bundles/hand-over-ready';
import { createTeam } from '@/utils/app/bundles/team';
import type { ExportScope } from '@/utils/app/bundles-api';
import { changing } from '@/utils/app/records';
import { brandAs } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import { aDesk, hour, valueOf } from './desk';

const key = (name: string) => brandAs<'BuyerKey'>(`amazon:shop:${name}`);

/** A desk that has done something about buyers today, and yesterday. */
const aShift = async () => {
  const desk = aDesk();
  const deps = { ...desk.deps, today: () => '2026-03-02' };
  const did = async (what: string, ...names: readonly string[]) =>
    valueOf(
      await changing(deps, [], async (work) => {
        for (const name of names) work.log({ shopId: brandAs<'ShopId'>(''), what, buyerKey: key(name) });
        return ok(null);
      }),
    );
  const exported = async (scope: ExportScope) => {
    const about = { redaction: 'full', lockedBy: 'recipients', counts: {}, bytes: 10, fileName: 'a.parley' } as const;
    valueOf(
      await changing(deps, [], async (work) => {
        await keepExport(work, { ...about, id: work.now, at: work.now, scope }, '');
        return ok(null);
      }),
    );
    desk.pass(1);
  };
  const meet = async () => {
    const { me } = valueOf(await createTeam(aDesk().deps).rename({ name: 'Ben' }));
    valueOf(await createTeam(deps).addMate({ card: me.card }));
  };
  return { ...desk, did, exported, meet, count: async () => valueOf(await readHandOver(deps)) };
};

test('counts the buyers of today once each, and not those that were only looked at', async () => {
  const shift = await aShift();
  await shift.meet();
  shift.pass(-24 * hour);
  await shift.did('note.added', 'yesterday');
  shift.pass(24 * hour);
  await shift.did('inserted', 'ana', 'ben');
  await shift.did('note.added', 'ana');
  await shift.did('conversation.opened', 'chen');
  expect(await shift.count()).toBe(2);
});

test('says nothing while there is nobody to hand over to', async () => {
  const shift = await aShift();
  await shift.did('inserted', 'ana');
  expect(await shift.count()).toBe(0);
  await shift.meet();
  expect(await shift.count()).toBe(1);
});

test('begins anew with a hand-over, and with no other file', async () => {
  const shift = await aShift();
  await shift.meet();
  await shift.did('inserted', 'ana', 'ben');
  shift.pass(hour);
  await shift.exported({ kind: 'everything' });
  expect(await shift.count()).toBe(2);
  await shift.exported({ kind: 'hand-over' });
  expect(await shift.count()).toBe(0);
  await shift.did('inserted', 'ana');
  expect(await shift.count()).toBe(1);
});
