import { useId } from 'react';
import type { DraftCheck } from '@/utils/app/api';
import type { Reason, Suggestion, Tone } from '@/utils/domain/replies/draft';
import type { AssistantModel } from './model';
import { DraftText } from './draft-text';
import { dayLabel, labelOr, languageName, listLabel, variableLabel } from './labels';
import { Icon } from '../ui/icon';
import { useT, type Translate } from '../ui/translate';

/** One suggestion: its line inserts, its body lets a person trust it. */
export function SuggestionCard(props: {
  readonly suggestion: Suggestion;
  readonly number: number;
  readonly model: AssistantModel;
  readonly check: DraftCheck | undefined;
  readonly isOpen: boolean;
  readonly isFull: boolean;
  readonly onOpen: () => void;
  readonly onInsert: () => void;
  readonly onCopy: () => void;
  readonly onFull: () => void;
  readonly onTone: (tone: Tone) => void;
}) {
  const t = useT();
  const textId = useId();
  const { suggestion, number, model, isOpen } = props;
  const mine = suggestion.counterpart ?? suggestion.draft;
  // Where nothing can be inserted the same press copies, and says so before.
  const isCopied = model.health === 'broken' || (model.composer === 'missing' && model.page === 'thread');
  const isOtherLanguage = model.buyerLang !== null && model.buyerLang.lang !== suggestion.draft.lang;
  return (
    <article
      className="p-card"
      data-intent={suggestion.intent}
      data-template={suggestion.templateId}
      data-open={isOpen || undefined}
      data-default={suggestion.preselected || undefined}
      onMouseEnter={props.onOpen}
    >
      <button
        type="button"
        className="p-row"
        aria-label={t(isCopied ? 'reply.card.copyThis' : 'reply.card.insert', { number, title: suggestion.title })}
        aria-describedby={textId}
        aria-keyshortcuts={`Alt+${number}`}
        onFocus={props.onOpen}
        onClick={props.onInsert}
      >
        <span className="p-number">{number}</span>
        <span className="p-title" dir="auto">
          {suggestion.title}
        </span>
        <span className="p-end-of-row">
          <span className="p-go">{t(isCopied ? 'reply.card.copyShort' : 'reply.card.insertShort')}</span>
          <kbd>{t('reply.card.shortcut', { number })}</kbd>
        </span>
      </button>
      <div className="p-body">
        <p className="p-reason">
          <span className="p-label">{t('reply.card.why')}</span>
          <Reasons suggestion={suggestion} messageLang={model.message?.lang} />
        </p>
        <div className="p-texts">
          <DraftText id={textId} className="p-mine" draft={mine} />
          {suggestion.counterpart !== null && <DraftText className="p-theirs" draft={suggestion.draft} />}
          {props.isFull && <FactList suggestion={suggestion} lang={model.uiLang} />}
        </div>
        <div className="p-meta">
          <p>
            {suggestion.open.length > 0 && (
              <span className="p-needs">
                {t('reply.card.needs', {
                  names: listLabel(
                    suggestion.open.map(({ name, label }) => label ?? variableLabel(t, name)),
                    model.uiLang,
                  ),
                })}
              </span>
            )}
            {isOtherLanguage && (
              <span className="p-needs">
                {t('reply.card.otherLanguage', {
                  written: languageName(suggestion.draft.lang, model.uiLang),
                  wanted: languageName(model.buyerLang?.lang ?? '', model.uiLang),
                })}
              </span>
            )}
            {metaOf(t, props).map((words) => (
              <span key={words}>{words}</span>
            ))}
          </p>
          {suggestion.tone && <ToneButton tone={suggestion.tone} onTone={props.onTone} />}
          <button type="button" className="p-quiet" aria-expanded={props.isFull} onClick={props.onFull}>
            {t(props.isFull ? 'reply.card.less' : 'reply.card.full')}
          </button>
          <button
            type="button"
            className="p-tool"
            aria-label={t('reply.card.copy', { number })}
            title={t('reply.card.copyShort')}
            onClick={props.onCopy}
          >
            <Icon name="copy" />
          </button>
        </div>
      </div>
    </article>
  );
}

function ToneButton({ tone, onTone }: { readonly tone: Tone; readonly onTone: (tone: Tone) => void }) {
  const t = useT();
  const other = tone === 'short' ? 'full' : 'short';
  return (
    <button type="button" className="p-quiet" onClick={() => onTone(other)}>
      {t(`reply.card.tone.${other}`)}
    </button>
  );
}

/** Where the facts come from, how far the text has been read by a native, and what the check says of it. */
function metaOf(t: Translate, props: Parameters<typeof SuggestionCard>[0]): readonly string[] {
  const { suggestion, model, check } = props;
  const { status } = suggestion.draft;
  const sources = [...new Set(Object.values(suggestion.facts).map((fact) => fact.source))];
  const names = listLabel(
    sources.map((source) => t(`reply.source.${source}`)),
    model.uiLang,
  );
  return [
    ...(sources.length > 0 ? [names] : []),
    status.state === 'draft'
      ? t('reply.status.draft')
      : t('reply.status.reviewed', { by: status.by, on: dayLabel(status.on, model.uiLang) }),
    ...(check ? [checkWords(t, check)] : []),
  ];
}

function checkWords(t: Translate, check: DraftCheck): string {
  if (check.issues > 0) return t('reply.card.checkIssues', { count: check.issues });
  if (check.coverage.kind === 'limited') return t('reply.card.checkLimited', { count: check.coverage.rulesRun });
  return t('reply.card.checkOk');
}

function Reasons({ suggestion, messageLang }: { readonly suggestion: Suggestion; readonly messageLang?: string }) {
  const t = useT();
  const { orderStates, fulfilment } = suggestion.scope;
  // Once the order's own state is said, the other states a text would also fit only contradict it.
  const isStateTold = suggestion.reasons.some(({ kind }) => kind === 'order-state');
  const scope = [
    ...(isStateTold ? [] : (orderStates ?? []).map((state) => t(`reply.state.${state}`))),
    ...(fulfilment ? [t(`reply.fulfilment.${fulfilment}`)] : []),
  ];
  return (
    <>
      {suggestion.reasons.map((reason) => (
        <ReasonWords key={reason.kind} reason={reason} messageLang={messageLang} />
      ))}
      {scope.length > 0 && <span>{scope.join(' · ')}</span>}
    </>
  );
}

function ReasonWords({ reason, messageLang }: { readonly reason: Reason; readonly messageLang?: string }) {
  const t = useT();
  if (reason.kind === 'order-state')
    return <span>{t('reply.reason.order', { state: t(`reply.state.${reason.state}`) })}</span>;
  if (reason.kind === 'contact-reason') {
    const words = labelOr(t, `reply.contact.${reason.reason}`, reason.reason);
    return <span>{t('reply.reason.contact', { reason: words })}</span>;
  }
  return (
    <>
      {reason.cues.map((cue) => (
        <span key={cue.start}>
          <q lang={messageLang} dir="auto">
            {cue.text}
          </q>
          {cue.gloss && <> {t('reply.reason.gloss', { gloss: cue.gloss })}</>}
        </span>
      ))}
    </>
  );
}

function FactList({ suggestion, lang }: { readonly suggestion: Suggestion; readonly lang: string }) {
  const t = useT();
  const facts = Object.entries(suggestion.facts);
  if (facts.length === 0) return null;
  return (
    <dl className="p-facts">
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt>{variableLabel(t, name)}</dt>
          <dd>
            <bdi>{/^\d{4}-\d\d-\d\d$/.test(fact.value) ? dayLabel(fact.value, lang) : fact.value}</bdi>
            <span className="p-label">{t(`reply.source.${fact.source}`)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
