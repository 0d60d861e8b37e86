import type { AssistantModel } from './model';
import { dayLabel } from './labels';
import { ReviewSlot } from './reviews/review-slot';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

/** How long before it runs out a clock is shown, in ms. */
const CLOCK_MS = 2 * 3_600_000;

const localDay = (at: number): string => {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 10);
};

/** What cannot wait about this conversation: the first that applies of an escalation, a clock and a promise. */
function urgentOf({ escalation, record }: AssistantModel, now: number) {
  if (escalation) return { kind: 'escalation', id: escalation } as const;
  const dueAt = record?.dueAt;
  if (dueAt && Date.parse(dueAt) - now < CLOCK_MS) return { kind: 'clock', at: dueAt } as const;
  const dueOn = record?.promiseDueOn;
  // Also tomorrow's: who answers today can still keep it.
  if (dueOn && dueOn <= localDay(now + 24 * 3_600_000)) return { kind: 'promise', on: dueOn } as const;
  return null;
}

/**
 * The one thing beside the concern that the agent should know now. Conversions have a place of their own, since their key is
 * heard there; the verdict about reviews waits until nothing else is there.
 */
export function BarSlot({ model }: { readonly model: AssistantModel }) {
  const t = useT();
  const { uiLang, review, conversions } = model;
  const now = Date.now();
  const urgent = urgentOf(model, now);
  if (!urgent) return review && conversions.length === 0 ? <ReviewSlot verdict={review} uiLang={uiLang} /> : null;
  if (urgent.kind === 'escalation')
    return (
      <Urgent
        words={t(`page.escalation.${urgent.id}.title`)}
        title={t(`page.escalation.${urgent.id}.advice`)}
        isGrave
      />
    );
  if (urgent.kind === 'promise') {
    const day = dayLabel(urgent.on, uiLang);
    return <Urgent words={t('notes.slot.promise', { day })} title={t('notes.slot.promiseWhy', { day })} />;
  }
  const at = new Date(urgent.at);
  const time = new Intl.DateTimeFormat(uiLang, { timeStyle: 'short' }).format(at);
  const isOver = at.getTime() < now;
  return (
    <Urgent
      words={isOver ? t('notes.slot.over') : t('notes.slot.clock', { time })}
      title={t(isOver ? 'notes.slot.overWhy' : 'notes.slot.clockWhy', { time })}
      isGrave={isOver}
    />
  );
}

function Urgent(props: { readonly words: string; readonly title: string; readonly isGrave?: boolean }) {
  return (
    <span className="p-slot p-escalation" title={props.title} data-soft={!props.isGrave || undefined}>
      <span className="p-slot-words">
        <Icon name="warn" />
        <span>{props.words}</span>
      </span>
    </span>
  );
}

/** What matters most of the buyer's record, in one word; a person without confirmed earlier orders is new here. */
export function BuyerChip({ record }: Pick<AssistantModel, 'record'>) {
  const t = useT();
  if (!record) return null;
  const kind = record.segments.includes('at-risk') ? 'risk' : record.returning ? 'repeat' : 'new';
  return (
    <span className="p-label p-buyer" data-kind={kind} title={t(`notes.chip.${kind}Why`)}>
      {t(`notes.chip.${kind}`)}
    </span>
  );
}
