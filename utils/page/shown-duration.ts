import { plain } from './shown-date';

const DAYS =
  /(\d{1,3})\s*(?:天|日|일|d(?!\p{L})|day|d[ií]as?(?!\p{L})|дн|д\.|يوم|أيام|gün|jours?|j(?!\p{L})|tage?|t(?:\.|(?!\p{L}))|giorn|g(?:\.|(?!\p{L}))|dni|dzie|dag)/u;
const HOURS =
  /(\d{1,3})\s*(?:个?小时|時間|시간|h(?!\p{L})|hours?|hrs?|horas?|ч|ساع|saat|heure|std|stunde|ore(?!\p{L})|ora(?!\p{L})|godz|uur|u(?!\p{L}))/u;

/**
 * Whole hours that a countdown names: `2 d 4 h`, `剩余 2天4小时`; nothing where it counts neither days nor hours, and
 * nothing from a date.
 */
export function shownHours(text: string): number | undefined {
  const flat = plain(text);
  if (flat.length > 80 || /\d{4}\s*[-/.年년]/.test(flat)) return undefined;
  const [days, hours] = [DAYS.exec(flat)?.[1], HOURS.exec(flat)?.[1]];
  return days === undefined && hours === undefined ? undefined : Number(days ?? 0) * 24 + Number(hours ?? 0);
}
