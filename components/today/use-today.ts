import { useCallback, useEffect, useState } from 'react';
import type { DueItem, DueList } from '@/utils/app/follow-ups-api';
import { brandAs, type Instant, type ShopId } from '@/utils/domain/ids';
import { useApp } from '../dashboard/app-context';
import { useReading } from '../dashboard/use-reading';

const DAY_MS = 86_400_000;
const AHEAD_DAYS = 7;
/** Times left are written anew this often. Units: milliseconds. */
const TICK_MS = 30_000;

/** The list in its parts, in the order in which a person works through it. */
export interface TodayParts {
  readonly deadlines: readonly DueItem[];
  readonly due: readonly DueItem[];
  readonly later: readonly DueItem[];
  /** What comes with every order and asks for nothing: it would bury the rest. */
  readonly routine: readonly DueItem[];
  readonly done: readonly DueItem[];
}

/** Topics of what is due: rows of the store, records and their follow-ups. */
const isAboutDue = (topic: string): boolean => topic.startsWith('buyer') || topic === 'followUps' || topic === 'shops';

/** Splits what is due: clocks that cost something first, however far away, then what is due and what comes. */
export const partsOf = ({ due, doneToday }: DueList, now: Date): TodayParts => {
  const isDue = ({ row }: DueItem) => Date.parse(row.dueAt) <= now.getTime();
  const others = due.filter(({ isDeadline, isRoutine }) => !isDeadline && !isRoutine);
  return {
    deadlines: due.filter(({ isDeadline }) => isDeadline),
    due: others.filter(isDue),
    later: others.filter((item) => !isDue(item)),
    routine: due.filter(({ isDeadline, isRoutine }) => !isDeadline && isRoutine),
    done: doneToday,
  };
};

/** What is due in one shop or in all, read again after every change and as time goes by. */
export function useToday(shopId: ShopId | null) {
  const { followUps } = useApp().api;
  const [now, setNow] = useState(() => new Date());
  const reading = useReading(
    useCallback(() => {
      const until = brandAs<'Instant'>(new Date(Date.now() + AHEAD_DAYS * DAY_MS).toISOString()) satisfies Instant;
      return followUps.due({ until, ...(shopId ? { shopId } : {}) });
    }, [followUps, shopId]),
    isAboutDue,
  );
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return { ...reading, now };
}
