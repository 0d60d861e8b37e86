// @vitest-environment node
import { expect, test } from 'vitest';
import { createThreadMeasures } from '@/utils/app/thread-measures';
import type { ThreadRequest } from '@/utils/app/api';
import { brandAs, type Instant } from '@/utils/domain/ids';

const minute = 60_000;

const aPort = () => {
  let now = Date.parse('2026-11-22T12:00:00.000Z');
  const measures = createThreadMeasures({ now: () => new Date(now).toISOString() as Instant, newId: () => '' });
  const open = (
    key: string,
    at?: string,
    change: { intent?: string; direction?: ThreadRequest['direction']; isWatched?: boolean } = {},
  ) =>
    measures.opened({
      request: {
        threadKey: brandAs<'ThreadKey'>(key),
        direction: change.direction ?? 'reply',
        lastMessage: { text: 'Where is it?', ...(at === undefined ? {} : { at }) },
      },
      intent: change.intent ?? 'where-is-my-order',
      agentLang: 'zh-CN',
      isWatched: change.isWatched ?? false,
    });
  const sent = (lang = 'de') => measures.sent({ lang, changed: [] });
  return { ...measures, open, sent, pass: (ms: number) => (now += ms) };
};

test('tells how long a conversation was open, how long the buyer waited, and what was put in', () => {
  const port = aPort();
  port.open('case:1', '2026-11-22T11:00:00.000Z');
  port.inserted('late-1');
  port.pass(30_000);
  port.open('case:1', '2026-11-22T11:00:00.000Z');
  port.pass(90_000);
  expect(port.sent()).toEqual({
    lang: 'de',
    changed: [],
    openFor: 120,
    waited: 62,
    isForeign: true,
    intent: 'where-is-my-order',
    templateId: 'late-1',
  });
});

test('a second message answers nobody who waits, until the buyer writes again', () => {
  const port = aPort();
  port.open('case:1', '2026-11-22T11:00:00.000Z');
  port.inserted('late-1');
  port.sent();
  port.pass(minute);
  expect(port.sent()).toEqual({ lang: 'de', changed: [], openFor: 60, isForeign: true });
  port.pass(minute);
  port.open('case:1', '2026-11-22T12:01:30.000Z', { intent: 'thanks' });
  expect(port.sent()).toMatchObject({ intent: 'thanks', waited: 0.5 });
});

test('what was asked stays until the answer is told, also where the page shows the answer first', () => {
  const port = aPort();
  port.open('case:1', '2026-11-22T11:00:00.000Z');
  port.open('case:1', '2026-11-22T12:00:00.000Z', { direction: 'proactive' });
  expect(port.sent()).toMatchObject({ intent: 'where-is-my-order', waited: 60 });
  // And where it shows it late, the question is asked once all the same.
  port.open('case:1', '2026-11-22T11:00:00.000Z');
  expect(port.sent()).not.toHaveProperty('intent');
});

test('another conversation begins anew', () => {
  const port = aPort();
  port.open('case:1', '2026-11-22T11:00:00.000Z');
  port.inserted('late-1');
  port.pass(minute);
  port.open('case:2', '2026-11-22T11:59:00.000Z');
  expect(port.sent()).toMatchObject({ openFor: 0, waited: 2 });
  expect(port.sent()).not.toHaveProperty('templateId');
});

test('a key that has grown is the same conversation', () => {
  const port = aPort();
  port.open('case:1');
  port.pass(minute);
  port.open('case:1:order:2');
  expect(port.sent()).toMatchObject({ openFor: 60 });
});

test('nothing is said of waiting where the page shows no time, or nobody has written', () => {
  const port = aPort();
  port.open('case:1', '22/11');
  expect(port.sent()).not.toHaveProperty('waited');
  port.open('case:2', '2026-11-22T11:00:00.000Z', { direction: 'proactive' });
  const message = port.sent();
  expect(message).not.toHaveProperty('waited');
  expect(message).not.toHaveProperty('intent');
});

test('a language the agent reads is none to be afraid of, whatever its region', () => {
  const port = aPort();
  port.open('case:1');
  expect(port.sent('zh')).toMatchObject({ isForeign: false });
});

test('before a conversation is open there is nothing to measure', () => {
  expect(
    createThreadMeasures({ now: () => '' as Instant, newId: () => '' }).sent({ lang: 'de', changed: ['a'] }),
  ).toEqual({
    lang: 'de',
    changed: ['a'],
  });
});

test('says that it only watched', () => {
  const port = aPort();
  port.open('case:1', '2026-11-22T11:00:00.000Z', { isWatched: true });
  port.pass(minute);
  expect(port.sent()).toMatchObject({ isWatched: true, openFor: 60 });
  port.open('case:2', '2026-11-22T11:00:00.000Z');
  expect(port.sent()).not.toHaveProperty('isWatched');
});
