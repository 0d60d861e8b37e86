import { browser } from 'wxt/browser';

/** Rings every minute while Parley is open under a PIN, so that it locks when nobody does anything. */
export const lockAlarm = 'lock';

/** Begins or ends the ringing. */
export async function watchIdle(isOn: boolean): Promise<void> {
  if (isOn) await browser.alarms.create(lockAlarm, { periodInMinutes: 1 });
  else await browser.alarms.clear(lockAlarm);
}
