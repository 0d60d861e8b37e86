// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTeam } from '@/utils/app/bundles/team';
import { cardName, formatCard, readCard } from '@/utils/domain/bundles/team-card';
import { brandAs, type AgentId } from '@/utils/domain/ids';
import { sealBundle } from '@/utils/platform/bundles/seal';
import { openBundle } from '@/utils/platform/bundles/open';
import { newKey } from '@/utils/platform/bundles/identity';
import { headerFor, nowMs, wholeLines } from '../bundles/every-row';
import { aDesk, hour, valueOf } from './desk';

const noCard = { ok: false, error: { kind: 'invalid', field: 'card' } };
const agent = (id: string): AgentId => brandAs<'AgentId'>(id);

/** Somebody with a name, and their card. */
const somebody = async (name: string) => {
  const desk = aDesk();
  const team = createTeam(desk.deps);
  const { me } = valueOf(await team.rename({ name }));
  return { desk, ...team, me };
};

const aKey = await newKey();
const aCard = (change: Partial<Parameters<typeof formatCard>[0]> = {}): string =>
  formatCard({ id: agent('someone'), name: 'Someone', recipient: aKey.recipient, ...change });

describe('our key', () => {
  test('is made once, and stays the same for whoever asks', async () => {
    const desk = aDesk();
    const [one, other] = await Promise.all([createTeam(desk.deps).team(), createTeam(desk.deps).team()]);
    expect(valueOf(one).me.recipient).toMatch(/^age1/);
    expect(valueOf(other).me).toEqual(valueOf(one).me);
    expect(valueOf(await createTeam(desk.deps).team())).toEqual(valueOf(one));
  });

  test('opens what was locked with the public half', async () => {
    const { identity, me } = await somebody('Anna');
    const lock = { kind: 'recipients', recipients: [me.recipient] } as const;
    const file = valueOf(await sealBundle(headerFor(wholeLines), wholeLines, lock));
    const opened = await openBundle(file, { identity: valueOf(await identity()) }, { nowMs });
    expect(valueOf(opened).lines).toHaveLength(wholeLines.length);
  });

  test('leaves the desk in no answer but the one for opening files', async () => {
    const { identity, team, mateNames } = await somebody('Anna');
    const secret = valueOf(await identity());
    expect(secret).toMatch(/^AGE-SECRET-KEY-1/);
    expect(JSON.stringify([await team(), [...valueOf(await mateNames())]])).not.toContain('AGE-SECRET');
  });

  test('has a name of its own while nobody has given one', async () => {
    const { me } = valueOf(await createTeam(aDesk().deps).team());
    expect(me.name).toBe(`age-${me.recipient.slice(-6)}`);
    expect(readCard(me.card)).toMatchObject({ name: me.name });
  });
});

describe('our name', () => {
  test('stands on the card, without what turns or hides text', async () => {
    const { me, desk, team } = await somebody('  Zo\u202eë\u0007  王 ');
    expect(me.name).toBe('Zoë 王');
    expect(readCard(me.card)).toEqual({ id: me.id, name: 'Zoë 王', recipient: me.recipient });
    expect(valueOf(await team()).me).toEqual(me);
    expect(desk.announced.flat()).toContain('team');
  });

  test.each(['', '  ', '\u202e', 'anna@example.com'])('is not %j', async (name) => {
    const { rename, team } = await somebody('Anna');
    expect(await rename({ name })).toEqual({ ok: false, error: { kind: 'invalid', field: 'name' } });
    expect(valueOf(await team()).me.name).toBe('Anna');
  });
});

describe('a team-mate', () => {
  test('is taken in by what they have sent, however it was pasted', async () => {
    const [us, ben] = [await somebody('Anna'), await somebody('Ben')];
    const broken = ben.me.card.replace(/.{60}/g, '$&\r\n');
    const { mates } = valueOf(await us.addMate({ card: `\n ${broken} \n` }));
    const { id, name, recipient } = ben.me;
    expect(mates).toEqual([{ id, name, recipient, isLead: false, addedAt: us.desk.deps.clock.now() }]);
    expect(valueOf(await us.mateNames())).toEqual(
      new Map([
        [id, 'Ben'],
        [us.me.id, 'Anna'],
      ]),
    );
  });

  test.each(['Ben', 'Ben:', 'Ben Miller,\n', 'Ben\t'])('may send a bare key behind a name: %j', async (before) => {
    const us = await somebody('Anna');
    const { mates } = valueOf(await us.addMate({ card: `${before} ${aKey.recipient}` }));
    expect(mates).toEqual([
      expect.objectContaining({ name: expect.stringMatching(/^Ben( Miller)?$/), ...{ id: aKey.recipient } }),
    ]);
  });

  test('is there once, with the newest name', async () => {
    const us = await somebody('Anna');
    valueOf(await us.addMate({ card: `Ben ${aKey.recipient}` }));
    valueOf(await us.addMate({ card: aCard({ name: 'Benjamin' }) }));
    us.desk.pass(hour);
    const { mates } = valueOf(await us.addMate({ card: aCard({ name: 'Benny' }) }));
    expect(mates).toEqual([
      expect.objectContaining({ id: 'someone', name: 'Benny', addedAt: '2026-03-02T09:00:00.000Z' }),
    ]);
  });

  test('is made lead by us alone, and no longer once their card has another key', async () => {
    const us = await somebody('Anna');
    valueOf(await us.addMate({ card: aCard() }));
    expect(valueOf(await us.setLead({ id: agent('someone'), isLead: true })).mates[0]?.isLead).toBe(true);
    expect(valueOf(await us.addMate({ card: aCard({ name: 'Renamed' }) })).mates[0]?.isLead).toBe(true);
    const { recipient } = await newKey();
    expect(valueOf(await us.addMate({ card: aCard({ recipient }) })).mates).toEqual([
      expect.objectContaining({ recipient, isLead: false }),
    ]);
  });

  test('can be taken out again', async () => {
    const us = await somebody('Anna');
    valueOf(await us.addMate({ card: aCard() }));
    expect(valueOf(await us.removeMate({ id: agent('someone') })).mates).toEqual([]);
  });

  test('who is not there is said to be not there', async () => {
    const us = await somebody('Anna');
    const gone = { ok: false, error: { kind: 'not-found' } };
    expect(await us.setLead({ id: agent('someone'), isLead: true })).toEqual(gone);
    expect(await us.removeMate({ id: agent('someone') })).toEqual(gone);
  });

  test('makes ninety-nine at most: a file has room for a hundred locks', async () => {
    const us = await somebody('Anna');
    const db = await us.desk.db();
    const row = (await db.settings.get('team'))!;
    const mates = Array.from({ length: 99 }, (_, at) => ({ id: `m${at}`, name: `M ${at}`, recipient: `age1${at}` }));
    await db.settings.put({ ...row, value: { ...(row.value as object), mates } });
    expect(await us.addMate({ card: aCard() })).toEqual({ ok: false, error: { kind: 'invalid', field: 'mates' } });
    expect(valueOf(await us.addMate({ card: aCard({ id: agent('m7') }) })).mates).toHaveLength(99);
  });
});

describe('no team-mate is', () => {
  test('ourselves, by id or by key', async () => {
    const us = await somebody('Anna');
    expect(await us.addMate({ card: us.me.card })).toEqual(noCard);
    expect(await us.addMate({ card: `Ben ${us.me.recipient}` })).toEqual(noCard);
    expect(await us.addMate({ card: aCard({ id: us.me.id }) })).toEqual(noCard);
    expect(valueOf(await us.team()).mates).toEqual([]);
  });

  const wrongFigure = aKey.recipient.slice(0, -1) + (aKey.recipient.endsWith('q') ? 'p' : 'q');
  const raw = (json: unknown): string => `parley-card:1:${Buffer.from(JSON.stringify(json)).toString('base64url')}`;

  test.each([
    ['nothing', ''],
    ['a greeting', 'Hi, here is my card!'],
    ['a key without a name', aKey.recipient],
    ['a secret key', `Ben ${aKey.identity}`],
    ['a key with a wrong figure', aCard({ recipient: wrongFigure })],
    ['a bare key with a wrong figure', `Ben ${wrongFigure}`],
    ['a card of a later version', aCard().replace(':1:', ':2:')],
    ['half a card', aCard().slice(0, 60)],
    ['a card without a name', aCard({ name: '\u200f ' })],
    ['a card with an address for a name', aCard({ name: 'ben@example.com' })],
    ['no base64', 'parley-card:1:%%%'],
    ['no UTF-8', `parley-card:1:${Buffer.from([0xff, 0xfe]).toString('base64url')}`],
    ['JSON of something else', raw(['a'])],
    ['an id that is none', raw({ id: '../x', name: 'Ben', recipient: aKey.recipient })],
    ['an id of another type', raw({ id: { a: 1 }, name: 'Ben', recipient: aKey.recipient })],
    ['a name of another type', raw({ id: 'x', name: ['Ben'], recipient: aKey.recipient })],
    ['more than a card can be', `${aCard()}${' '.repeat(4_000)}`],
  ])('%s', async (_what, card) => {
    const us = await somebody('Anna');
    expect(await us.addMate({ card })).toEqual(noCard);
    expect(valueOf(await us.team()).mates).toEqual([]);
  });
});

describe('a card', () => {
  test('says whatever name it was written with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const name = cardName(text);
        fc.pre(name !== null);
        const card = { id: agent('id-1'), name: name, recipient: aKey.recipient };
        const line = formatCard(card);
        expect(line).toMatch(/^parley-card:1:[\w-]+$/);
        expect(readCard(line)).toEqual(card);
      }),
      { seed: 3 },
    );
  });

  test('that was changed in a hundred ways is read as a card or as none, never as an error', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ maxLength: 4 }), (place, patch) => {
        const card = aCard();
        const at = place % card.length;
        const read = readCard(card.slice(0, at) + patch + card.slice(at + patch.length));
        expect(read === null || /^age1[0-9a-z]+$/.test(read.recipient)).toBe(true);
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});
