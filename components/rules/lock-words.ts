import type { DeskView } from '@/utils/app/rules-api';
import type { Translate } from '../ui/translate';

/** By whom a rule is locked here, in words: a lead by name, or the pack it came with. */
export const lockWords = (t: Translate, { locks, desk }: Pick<DeskView, 'locks' | 'desk'>, rule: string): string => {
  const lead = locks.find((lock) => lock.rule === rule && lock.by === 'lead');
  return lead
    ? t('rules.lock.byLead', { name: lead.name })
    : t('rules.rule.lockedBy', { pack: desk.origin?.name ?? '' });
};
