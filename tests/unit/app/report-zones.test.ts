import { expect, it } from 'vitest';
import { createReports } from '@/utils/app/reports/reports';
import { brandAs } from '@/utils/domain/ids';
import type { LocalDays } from '@/utils/platform/clock/local-days';
import { aDesk, amazon, valueOf, type Desk } from './desk';

const HOUR_MS = 3_600_000;

/** The days of a place this many hours ahead of UTC. */
const daysAt = (hours: number): LocalDays => {
  const there = (at: string) => new Date(Date.parse(at) + hours * HOUR_MS).toISOString();
  return {
    dayOf: (at) => there(at).slice(0, 10),
    hourOf: (at) => Number(there(at).slice(11, 13)),
    startOf: (day) => brandAs<'Instant'>(new Date(Date.parse(`${day}T00:00:00Z`) - hours * HOUR_MS).toISOString()),
  };
};

const span = { from: '2026-03-01', to: '2026-03-04' };
const sentDays = async (desk: Desk, hours: number) => {
  const { days, total } = valueOf(await createReports({ ...desk.deps, days: daysAt(hours) }).read(span));
  return { days: days.map(({ day, cells }) => [day, cells['sent']]), sent: total['sent'] };
};

it('counts each message once where the machine stood, whichever time zone it travels to', async () => {
  const desk = aDesk();
  const { id: shopId } = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
  const send = () => desk.worklog.write({ what: 'sent', shopId });
  // It is nine in the morning in UTC.
  await send();
  expect(await sentDays(desk, 13)).toEqual({ days: [['2026-03-02', 1]], sent: 1 });
  desk.pass(12 * HOUR_MS);
  await send();
  expect(await sentDays(desk, 13)).toEqual({
    days: [
      ['2026-03-02', 1],
      ['2026-03-03', 1],
    ],
    sent: 2,
  });
  await send();
  // Half a day back in Los Angeles it is still the second of March; what was counted stays where it was.
  const there = await sentDays(desk, -8);
  expect(there).toEqual({
    days: [
      ['2026-03-02', 2],
      ['2026-03-03', 1],
    ],
    sent: 3,
  });
  expect(await sentDays(desk, 13)).toEqual(there);
});
