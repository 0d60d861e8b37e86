import { useEffect, useRef, useState } from 'react';
import { momentLabel } from './labels';
import type { AssistantActions, AssistantModel } from './model';
import { SuggestionCard } from './suggestion-card';
import { useT } from '../ui/translate';

/** Whether nobody else has taken the focus meanwhile: the agent who writes must never lose it. */
function isFocusFree(element: Element): boolean {
  const root = element.getRootNode();
  const active = element.ownerDocument.activeElement;
  return (
    active === null || active === element.ownerDocument.body || (root instanceof ShadowRoot && active === root.host)
  );
}

/**
 * Three suggestions: the first open, the others one line each that open when pointed at or focused.
 * The area keeps its height whatever is open, so that the page below never moves while reading.
 */
export function SuggestionCards(props: {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
  /** The card whose insert button gets the focus back, after its form was cancelled. */
  readonly focusIndex: number | null;
}) {
  const t = useT();
  const { model, actions, focusIndex } = props;
  const [open, setOpen] = useState(focusIndex ?? 0);
  const [isFull, setFull] = useState(false);
  const group = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const box = group.current;
    if (focusIndex === null || !box || !isFocusFree(box)) return;
    box.querySelectorAll<HTMLElement>('.p-row')[focusIndex]?.focus();
  }, [focusIndex]);

  if (model.watchingUntil !== null)
    return <p className="p-empty">{t('page.watching', { until: momentLabel(model.watchingUntil, model.uiLang) })}</p>;
  if (model.suggestions.length === 0) {
    const isWaiting = model.page === 'contact' && model.intents.length === 0;
    return <p className="p-empty">{t(isWaiting ? 'reply.card.emptyContact' : 'reply.card.empty')}</p>;
  }
  return (
    <div
      ref={group}
      className="p-cards"
      role="group"
      aria-label={t('reply.card.group')}
      data-full={isFull || undefined}
    >
      {model.suggestions.slice(0, 3).map((suggestion, index) => (
        <SuggestionCard
          key={suggestion.templateId}
          suggestion={suggestion}
          number={index + 1}
          model={model}
          check={model.draftChecks[index]}
          isOpen={open === index}
          isFull={isFull}
          onOpen={() => setOpen(index)}
          onInsert={() => actions.insertSuggestion(index)}
          onCopy={() => actions.copySuggestion(index)}
          onFull={() => setFull(!isFull)}
          onTone={(tone) => void actions.setTone(index, tone)}
        />
      ))}
    </div>
  );
}
