const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago a moment was, in the largest whole unit; "now" within the last minute, also for a moment to come. */
export const agoLabel = (at: string, now: Date, uiLang: string): string => {
  const ms = Math.max(0, now.getTime() - Date.parse(at));
  const [unit, size] = UNITS.find(([, length]) => ms >= length) ?? ['second', Infinity];
  return new Intl.RelativeTimeFormat(uiLang, { numeric: 'auto' }).format(-Math.floor(ms / size), unit);
};
