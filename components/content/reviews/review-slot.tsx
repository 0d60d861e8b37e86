import type { ReviewVerdict } from '@/utils/domain/reviews/verdict';
import { dayLabel } from '../labels';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';

/** Says in the bar that a review must not be asked for now; nothing where it may be, or where nobody knows. */
export function ReviewSlot({ verdict, uiLang }: { readonly verdict: ReviewVerdict; readonly uiLang: string }) {
  const t = useT();
  const { verdict: said, rule, at } = verdict;
  if (said !== 'wait' && said !== 'stop') return null;
  const day = at ? dayLabel(at, uiLang) : '';
  const soon = at ? t('notes.slot.reviewWait', { day }) : t('reviews.slot.wait');
  const words = said === 'wait' ? soon : t('notes.slot.reviewStop');
  return (
    <span
      className="p-slot p-review"
      role="status"
      aria-label={t('notes.slot.review')}
      data-verdict={said}
      data-rule={rule}
    >
      <span className="p-slot-words" title={words}>
        <Icon name="block" />
        <span>{words}</span>
      </span>
    </span>
  );
}
