import { useEffect, useRef, useState } from 'react';
import type { AssistantActions, AssistantModel } from './model';
import { Bar, type OpenPart } from './bar';
import { Drawer } from './drawer';
import { closeOnEscape, keepTyping } from './keys';
import { directionOf } from './labels';
import { MissingValues } from './missing-values';
import { NoticeLine, QuestionLines } from './notices';
import { PartSlot } from './parts/part-slot';
import { ProblemText } from './problem-text';
import { useReportKey } from './report/use-report-key';
import { SuggestionCards } from './suggestion-cards';
import { summaryWords } from './summary-words';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

/** All of Parley that a seller page shows for one conversation; lives in a shadow root with `assistant.css`. */
export function Assistant({ model, actions }: { readonly model: AssistantModel; readonly actions: AssistantActions }) {
  const t = useT();
  const typing = { onKeyDown: keepTyping, onKeyUp: keepTyping };
  return (
    <div className="p-root" dir={directionOf(model.uiLang)} lang={model.uiLang} {...typing}>
      <span className="p-hidden" role="status">
        {model.check.told && summaryWords(t, model.check.told, model.uiLang)}
      </span>
      {model.collapsed ? (
        <section className="p-collapsed" aria-label={t('page.bar.label')}>
          <button
            type="button"
            aria-label={t('page.menu.expand')}
            title={t('page.menu.expand')}
            onClick={() => actions.setCollapsed(false)}
          >
            <Icon name="logo" />
          </button>
        </section>
      ) : (
        <Expanded model={model} actions={actions} />
      )}
      {model.held && <PartSlot name="held" model={model} actions={actions} />}
      {model.palette && <PartSlot name="palette" model={model} actions={actions} />}
    </div>
  );
}

function Expanded({ model, actions }: { readonly model: AssistantModel; readonly actions: AssistantActions }) {
  const [part, setPart] = useState<Exclude<OpenPart, 'notes'> | null>(null);
  const [focusCard, setFocusCard] = useState<number | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const all = useRef<HTMLDivElement>(null);
  const areNotesOpen = model.notes.kind !== 'closed';
  const isPartEmpty = part === 'conversions' && model.conversions.length === 0;
  const open = areNotesOpen ? 'notes' : isPartEmpty ? null : part;

  const close = () => {
    setPart(null);
    if (areNotesOpen) actions.closeNotes();
    opener.current?.focus();
  };
  const toggle = (next: OpenPart, from: HTMLElement) => {
    // Closed from within, by its own key or button, the focus goes back to where it came from.
    if (next !== open || from.getRootNode() !== all.current?.getRootNode()) opener.current = from;
    if (next === open) return close();
    if (areNotesOpen) actions.closeNotes();
    setPart(next === 'notes' ? null : next);
    if (next === 'notes') actions.openNotes();
  };
  useReportKey((from) => toggle('report', from));
  const cancelFilling = () => {
    setFocusCard(model.filling);
    actions.cancelFilling();
  };
  const unfold = () => {
    setPart(null);
    setFocusCard(0);
    actions.unfold();
  };
  // The focus goes back once, to the card that was asked for; an inserted reply leaves it in the text box.
  const areCardsShown = model.filling === null && !model.folded;
  useEffect(() => {
    if (areCardsShown) setFocusCard(null);
  }, [areCardsShown]);

  const filling = model.filling === null ? undefined : model.suggestions[model.filling];
  return (
    <div ref={all} className="p-all" {...closeOnEscape(open === null ? null : close)}>
      <Bar model={model} actions={actions} open={open} onToggle={toggle} onUnfold={unfold} />
      <div className="p-under">
        <NoticeLine notice={model.notice} onDismiss={actions.dismissNotice} />
        <QuestionLines model={model} actions={actions} />
        {model.keepable && <PartSlot name="keep" model={model} actions={actions} />}
        {filling && model.filling !== null ? (
          <MissingValues
            key={`${model.filling} ${filling.templateId}`}
            suggestion={filling}
            uiLang={model.uiLang}
            onComplete={(values) => actions.completeSuggestion(model.filling ?? 0, values)}
            onCancel={cancelFilling}
          />
        ) : open !== null ? (
          <Part
            key={open}
            part={open}
            model={model}
            actions={{
              ...actions,
              showReport: (shown) => (shown ? setPart('report') : close()),
              insertConversion: (index) => {
                setPart(null);
                actions.insertConversion(index);
              },
            }}
            onClose={close}
          />
        ) : (
          <Under model={model} actions={actions} focusIndex={focusCard} />
        )}
      </div>
    </div>
  );
}

function Under(props: {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
  readonly focusIndex: number | null;
}) {
  const t = useT();
  const { model, actions } = props;
  if (model.phase === 'problem' && model.problem)
    return <ProblemText problem={model.problem} onRetry={actions.retry} />;
  if (model.phase !== 'ready') {
    return (
      <div className="p-skeleton" role="group" aria-busy="true" aria-label={t('page.bar.loading')}>
        <i />
        <i />
        <i />
      </div>
    );
  }
  if (model.folded) return null;
  const identity = model.suggestions.map((suggestion) => suggestion.templateId).join(' ');
  return <SuggestionCards key={identity} model={model} actions={actions} focusIndex={props.focusIndex} />;
}

function Part(props: {
  readonly part: OpenPart;
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { part, model, actions, onClose } = props;
  const label = {
    issues: 'lint.list.title',
    conversions: 'page.conversion.title',
    meaning: 'reply.understand.title',
    health: `page.health.${model.health}`,
    notes: 'notes.card.title',
    menu: 'page.bar.menu',
    report: 'page.report.title',
  }[part];
  return (
    <Drawer
      kind={part === 'notes' || part === 'conversions' ? part : 'other'}
      part={part}
      label={t(label)}
      heading={part === 'notes' && model.buyerName ? t('notes.card.titleFor', { name: model.buyerName }) : undefined}
      onClose={onClose}
    >
      <PartSlot name={part} model={model} actions={actions} />
    </Drawer>
  );
}
