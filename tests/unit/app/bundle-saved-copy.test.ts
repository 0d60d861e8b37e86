import { describe, expect, test } from 'vitest';
import { readEverything } from '@/utils/app/backup';
import { createBundleExport } from '@/utils/app/bundles/export';
import { folderFilePrefix } from '@/utils/app/bundles/folder-api';
import { createHabits } from '@/utils/app/habits';
import { createReports } from '@/utils/app/reports/reports';
import { changing, noShop } from '@/utils/app/records';
import { createRetention } from '@/utils/app/retention';
import { createSegments } from '@/utils/app/segments';
import { createSettings } from '@/utils/app/settings';
import { createRowStore } from '@/utils/app/templates/template-rows';
import { copiedSettings } from '@/utils/domain/bundles/copied-settings';
import { diffLines } from '@/utils/domain/bundles/diff-bundles';
import { mostSegments } from '@/utils/domain/customers/segment';
import { ok } from '@/utils/domain/result';
import { localDays } from '@/utils/platform/clock/local-days';
import { openBundle } from '@/utils/platform/bundles/open';
import {
  aBusyDesk,
  anImporter,
  fileOf,
  fileWith,
  linesOf,
  readIn,
  storeOf,
  takeIn,
  type Importer,
} from './bundle-desks';
import { hour, valueOf, type Desk } from './desk';

const TODAY = '2026-03-02';
const span = { from: '2026-03-01', to: '2026-03-04' };

const settingsOf = (desk: Desk, mirror = async () => undefined) =>
  createSettings({ ...desk.deps, browserLang: 'en', mirror });

/** A desk where somebody has worked, chosen and learned. */
const aLivedInDesk = async () => {
  const desk = await anImporter(await aBusyDesk());
  const { deps, shop, buyer } = desk;
  valueOf(await settingsOf(desk).write({ uiLang: 'zh-CN', myLang: 'zh', works: 'desk', initials: 'ML' }));
  valueOf(await createHabits(deps).favourite({ templateId: 'where-is-my-order', on: true }));
  const kept = createRetention({ ...deps, today: () => TODAY });
  valueOf(await kept.write({ ...valueOf(await kept.read()), contactMonths: 24 }));
  const segments = createSegments(deps);
  const { rules } = valueOf(await segments.read());
  valueOf(await segments.save({ rules: rules.slice(0, 2) }));
  valueOf(await segments.apply());
  valueOf(
    await changing(deps, ['mutes', 'templateEdits', 'templateVersions'], async (change) => {
      const { db, stamp, now, log } = change;
      await createRowStore(deps).choose(change, { onlyReviewed: true });
      await db.mutes.add({
        ...stamp(noShop),
        id: 'm',
        rule: 'review-request',
        reason: 'training',
        at: now,
        until: now,
      });
      const edit = { id: 'd', templateId: 'where-is-my-order', block: 'hello', lang: 'de', text: 'Hallo', at: now };
      await db.templateEdits.add({ ...stamp(noShop), ...edit });
      for (const waited of [5, 50])
        log({
          shopId: shop.id,
          what: 'message.sent',
          buyerKey: buyer.key,
          detail: { templateId: 'where-is-my-order', lang: 'de', waited },
        });
      log({ shopId: shop.id, what: 'message.overridden', detail: { rules: 'review-request' } });
      return ok(null);
    }),
  );
  return desk;
};

/** The saved copy as JSON, and as what the scheduled backup writes. */
const copies: readonly (readonly [string, (desk: Desk) => Promise<Blob>])[] = [
  ['saved as JSON', async (desk) => new Blob([JSON.stringify(valueOf(await readEverything(desk.deps)))])],
  ['of a scheduled backup', (desk) => backupOf(desk)],
];

const backupOf = async (desk: Desk): Promise<Blob> => {
  const files = createBundleExport({
    ...desk.deps,
    today: () => TODAY,
    reviewNotes: async () => ({ flagged: 0 }),
    advise: async () => ok(null),
  });
  const request = { scope: { kind: 'everything' }, redaction: 'full', lock: { kind: 'plain' } } as const;
  return valueOf(await files.write({ ...request, purpose: 'backup' })).file;
};

/** Who is at this browser is all that may differ: what was done stays whose it was. */
const reportOf = async (desk: Desk) => {
  const report = valueOf(await createReports({ ...desk.deps, days: localDays }).read(span));
  return { ...report, agents: report.agents.map(({ isSelf: _self, ...agent }) => agent) };
};

/** What is one installation's own, but for who we are and how far our clock is. */
const ownOf = async (desk: Desk) => {
  const db = await desk.db();
  const settings = await db.settings.where('name').anyOf(copiedSettings).toArray();
  const [log, mutes, edits] = await Promise.all([db.log.toArray(), db.mutes.toArray(), db.templateEdits.toArray()]);
  const ofWork = log.filter(({ what }) => what.startsWith('message.'));
  return { settings: settings.map(({ name, value }) => ({ name, value })), ofWork, mutes, edits };
};

describe.each(copies)('a copy %s', (_which, copyOf) => {
  test('brings a desk back with its choices, its work log and its reports', async () => {
    const from = await aLivedInDesk();
    const report = await reportOf(from);
    expect(report.total).toMatchObject({ sent: 2, 'sent-despite': 1 });
    const to = await anImporter();
    const applied = await takeIn(to, await copyOf(from));
    expect(applied).toMatchObject({ state: 'applied', tally: { rejected: 0 }, header: { scope: 'backup' } });
    const [then, now] = [await ownOf(from), await ownOf(to)];
    expect(now.ofWork).toEqual(then.ofWork);
    expect([now.mutes, now.edits]).toEqual([then.mutes, then.edits]);
    expect(now.settings.map(({ name }) => name)).toEqual(then.settings.map(({ name }) => name));
    expect(await reportOf(to)).toEqual(report);
    expect(diffLines(await linesOf(from), await linesOf(to))).toEqual([]);
    expect(valueOf(await settingsOf(to).read())).toMatchObject({ uiLang: 'zh-CN', myLang: 'zh', works: 'desk' });
    expect(valueOf(await createRowStore(to.deps).read()).onlyReviewed).toBe(true);
    expect(valueOf(await createSegments(to.deps).read()).rules).toHaveLength(2);
    expect((await createHabits(to.deps).read()).favourites).toEqual(new Set(['where-is-my-order']));
    const again = await readIn(to, await copyOf(from));
    expect(again.tally).toMatchObject({ new: 0, changed: 0, conflict: 0 });
  });

  test('is taken back with everything it brought', async () => {
    const from = await aLivedInDesk();
    const to = await anImporter();
    valueOf(await settingsOf(to).write({ translatesHere: true }));
    const before = [await ownOf(to), await storeOf(to), (await reportOf(to)).total];
    const { id } = await takeIn(to, await copyOf(from));
    expect((await reportOf(to)).total['sent']).toBe(2);
    expect(valueOf(await to.files.undo({ importId: id })).keptBack).toBe(0);
    expect([await ownOf(to), await storeOf(to), (await reportOf(to)).total]).toEqual(before);
  });

  test('says nothing of keys, of this browser or of where our clock stands', async () => {
    const from = await aLivedInDesk();
    const db = await from.db();
    const put = (name: string) =>
      db.settings.put({ name, value: 'SECRET-OF-OURS', shopId: noShop } as unknown as Parameters<
        typeof db.settings.put
      >[0]);
    for (const name of ['team', 'lock', 'folder', 'autoBackup', 'exports']) await put(name);
    const to = await anImporter();
    const own = await (await to.db()).settings.toArray();
    expect(own).toEqual([]);
    await takeIn(to, await copyOf(from));
    const names = (await (await to.db()).settings.toArray()).map(({ name }) => name);
    expect(names.filter((name) => !(copiedSettings as readonly string[]).includes(name))).toEqual(['clock', 'self']);
    expect(JSON.stringify(await (await to.db()).settings.toArray())).not.toContain('SECRET-OF-OURS');
  });
});

describe('what comes back', () => {
  const chosenLater = async (to: Importer) => {
    to.pass(hour);
    valueOf(await settingsOf(to).write({ uiLang: 'en' }));
  };

  test('replaces nothing somebody has chosen since', async () => {
    const from = await aLivedInDesk();
    const to = await anImporter();
    await chosenLater(to);
    await takeIn(to, await backupOf(from));
    expect(valueOf(await settingsOf(to).read())).toMatchObject({ uiLang: 'en', myLang: 'zh' });
  });

  test('keeps the lines of the log about who was forgotten since, without saying who it was', async () => {
    const from = await aLivedInDesk();
    const copy = await backupOf(from);
    const { key } = from.buyer;
    from.pass(hour);
    valueOf(await from.buyers.forget({ keys: [key] }));
    const db = await from.db();
    await db.log.filter(({ what }) => what === 'message.sent').delete();
    await takeIn(from, copy);
    const sent = (await db.log.toArray()).filter(({ what }) => what === 'message.sent');
    expect(sent).toHaveLength(2);
    for (const line of sent) expect(line).not.toHaveProperty('buyerKey');
  });

  test('sorts records by the groups that came, where records were', async () => {
    const from = await aLivedInDesk();
    const to = await anImporter();
    await takeIn(to, await fileOf(await aBusyDesk()));
    await takeIn(to, await backupOf(from));
    const segments = createSegments(to.deps);
    expect(valueOf(await segments.pending())).toBe(true);
    valueOf(await segments.apply());
    expect(valueOf(await segments.pending())).toBe(false);
  });

  test('leaves a key that is in use alone', async () => {
    const [from, to] = [await aLivedInDesk(), await anImporter()];
    const put = async (desk: Desk, value: string) =>
      valueOf(
        await changing(desk.deps, [], async ({ db, stamp }) => {
          await db.settings.put({ ...stamp(noShop), name: 'aliasKey', value });
          return ok(null);
        }),
      );
    await put(to, 'A'.repeat(43));
    from.pass(hour);
    await put(from, 'B'.repeat(43));
    await takeIn(to, await backupOf(from));
    expect((await (await to.db()).settings.get('aliasKey'))?.value).toBe('A'.repeat(43));
    const third = await anImporter();
    await takeIn(third, await backupOf(from));
    expect((await (await third.db()).settings.get('aliasKey'))?.value).toBe('B'.repeat(43));
  });
});

describe('a file for others', () => {
  test('holds nothing that is one installation’s own', async () => {
    const from = await aLivedInDesk();
    const files = createBundleExport({
      ...from.deps,
      today: () => TODAY,
      reviewNotes: async () => ({ flagged: 0 }),
      advise: async () => ok(null),
    });
    for (const kind of ['everything', 'since-last', 'templates', 'hand-over'] as const) {
      const asked = { scope: { kind }, redaction: 'full', lock: { kind: 'plain' } } as const;
      const { file } = valueOf(await files.write(asked));
      const opened = valueOf(
        await openBundle(new Uint8Array(await file.arrayBuffer()), {}, { nowMs: Date.parse(from.deps.clock.now()) }),
      );
      const own = ['agents', 'settings', 'mutes', 'templateVersions', 'templateEdits', 'log'];
      expect(opened.lines.filter(({ section }) => own.includes(section))).toEqual([]);
      expect(opened.header.scope).toBe(kind);
    }
  });

  test('of a shared folder, which nobody looks at, brings no choices and no log', async () => {
    const from = await aLivedInDesk();
    const to = await anImporter();
    const asked = { file: await backupOf(from), fileName: `${folderFilePrefix}mate.parley`, key: {} };
    const entry = valueOf(await to.files.read(asked));
    valueOf(await to.files.apply({ importId: entry.id }));
    expect(await ownOf(to)).toEqual({ settings: [], ofWork: [], mutes: [], edits: [] });
    expect(diffLines(await linesOf(from), await linesOf(to))).toEqual([]);
  });

  test('cannot bring settings of another shape', async () => {
    const stamp = { shopId: '', authorId: 'a', hlc: '0mm8y7c00:0000:n', origin: 'n', deleted: 0 };
    const rows = [
      { name: 'works', value: 'everywhere' },
      { name: 'team', value: { identity: 'AGE-SECRET-KEY-1' } },
      { name: 'segments', value: { rules: Array.from({ length: mostSegments.rules + 1 }, () => ({})) } },
      { name: 'retention', value: { identityDays: { amazon: 9_999 } } },
      { name: 'watch', value: { from: 'x' } },
      { name: 'aliasKey', value: 'short' },
    ];
    const lines = rows.map((row) => ({ section: 'settings', row: { ...stamp, ...row } })) as never[];
    const to = await anImporter();
    const entry = await readIn(to, await fileWith(lines));
    expect(entry.tally).toMatchObject({ new: 0, rejected: rows.length });
  });
});

test('what content scripts read at their start follows a restored copy', async () => {
  const mirrored: unknown[] = [];
  const from = await aLivedInDesk();
  const to = await anImporter();
  const settings = createSettings({
    ...to.deps,
    browserLang: 'en',
    mirror: async (items) => void mirrored.push(items),
  });
  await takeIn(to, await backupOf(from));
  await settings.mirrorAll();
  expect(mirrored).toEqual([{ uiLang: 'zh-CN', marketsOff: [], works: 'desk' }]);
});
