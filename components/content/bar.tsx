import { useId } from 'react';
import type { AssistantActions, AssistantModel, CheckModel } from './model';
import { BarSlot, BuyerChip } from './bar-slot';
import { ConversionSlot } from './conversion-slot';
import { intentLabel, languageName, listLabel } from './labels';
import { MeaningButton } from './understand/meaning-button';
import { severityIcon, worstOf } from './severity';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';
import { VisuallyHidden } from '../ui/visually-hidden';

/** The parts that open under the bar, one at a time. */
export type OpenPart = 'issues' | 'conversions' | 'meaning' | 'health' | 'menu' | 'notes' | 'report';

/** The one line that is always there: where we are, who writes, what it is about, and whether the reply is fine. */
export function Bar(props: {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
  readonly open: OpenPart | null;
  readonly onToggle: (part: OpenPart, opener: HTMLElement) => void;
  readonly onUnfold: () => void;
}) {
  const t = useT();
  const { model, actions, open, onToggle } = props;
  const toggle = (part: OpenPart) => ({
    'aria-expanded': open === part,
    onClick: (event: { readonly currentTarget: HTMLElement }) => onToggle(part, event.currentTarget),
  });
  const noteCount =
    model.notes.kind === 'closed' ? model.notes.count : model.notes.kind === 'open' ? model.notes.view.notes.length : 0;
  const countId = useId();
  return (
    <section className="p-bar" aria-label={t('page.bar.label')} aria-busy={model.phase === 'loading' || undefined}>
      <span className="p-logo">
        <Icon name="logo" />
      </span>
      <Shop shop={model.shop} />
      {(model.buyerLang || model.phase === 'ready') && <Language buyerLang={model.buyerLang} uiLang={model.uiLang} />}
      <Intents model={model} />
      {model.folded && model.suggestions.length > 0 && model.filling === null && (
        <button
          type="button"
          className="p-chip p-unfold"
          aria-label={t('page.bar.replies', { count: model.suggestions.length })}
          title={t('page.bar.repliesShow')}
          aria-expanded="false"
          onClick={props.onUnfold}
        >
          <span className="p-compact">{model.suggestions.length}</span>
          <span className="p-wide">{t('page.bar.replies', { count: model.suggestions.length })}</span>
          <Icon name="down" />
        </button>
      )}
      <BarSlot model={model} />
      {model.conversions.length > 0 && (
        <ConversionSlot
          conversions={model.conversions}
          isOpen={open === 'conversions'}
          onInsert={actions.insertConversion}
          onToggle={toggle('conversions').onClick}
        />
      )}
      <span className="p-end">
        {model.phase === 'ready' && <CheckButton check={model.check} uiLang={model.uiLang} {...toggle('issues')} />}
        {(model.message !== null || model.check.hasText) && (
          <MeaningButton isOpen={open === 'meaning'} onToggle={(opener) => onToggle('meaning', opener)} />
        )}
        {model.health !== 'good' && (
          <button
            type="button"
            className="p-chip p-health-button"
            data-health={model.health}
            aria-label={t(`page.health.${model.health}`)}
            {...toggle('health')}
          >
            <Icon name="pulse" />
            <span className="p-wide">{t(`page.health.${model.health}`)}</span>
          </button>
        )}
        <BuyerChip record={model.record} />
        <button
          type="button"
          className="p-chip p-notes-button"
          aria-label={t('notes.button.label')}
          aria-describedby={countId}
          title={t('notes.button.label')}
          {...toggle('notes')}
        >
          <Icon name="note" />
          {noteCount > 0 && noteCount}
        </button>
        <VisuallyHidden id={countId}>{t('notes.button.count', { count: noteCount })}</VisuallyHidden>
        <button
          type="button"
          className="p-tool"
          aria-label={t('page.bar.menu')}
          title={t('page.bar.menu')}
          {...toggle('menu')}
        >
          <Icon name="menu" />
        </button>
      </span>
    </section>
  );
}

function Shop({ shop }: { readonly shop: AssistantModel['shop'] }) {
  const t = useT();
  if (!shop) return null;
  const isAsking = shop.kind === 'ask';
  const label = isAsking ? t('page.bar.shopAsk') : t('page.bar.shop', { name: shop.shop.name });
  return (
    <span className="p-shop" role="status" aria-label={label} title={label} data-ask={isAsking || undefined}>
      <bdi>{isAsking ? label : shop.shop.name}</bdi>
    </span>
  );
}

function Language({ buyerLang, uiLang }: Pick<AssistantModel, 'buyerLang' | 'uiLang'>) {
  const t = useT();
  const language = buyerLang ? languageName(buyerLang.lang, uiLang) : '';
  const isTranslated = buyerLang?.from === 'translated' && !buyerLang.sure;
  const label = isTranslated
    ? t('page.bar.languageTranslated')
    : buyerLang
      ? t(buyerLang.sure ? 'page.bar.language' : 'page.bar.languageUnsure', { language })
      : t('page.bar.languageUnknown');
  const short = isTranslated
    ? t('page.bar.translated')
    : buyerLang
      ? buyerLang.sure
        ? language
        : t('page.bar.languageShort', { language })
      : t('page.bar.unknown');
  return (
    <span
      className="p-language"
      role="status"
      aria-label={label}
      title={label}
      data-unsure={!buyerLang?.sure || undefined}
    >
      {short}
    </span>
  );
}

function Intents({ model }: { readonly model: AssistantModel }) {
  const t = useT();
  const names = model.intents.map((intent) => intentLabel(t, intent.id));
  if (model.phase !== 'ready')
    return model.phase === 'loading' ? <span className="p-intent p-label">{t('page.bar.loading')}</span> : null;
  if (names.length === 0)
    return model.message === null ? <span className="p-intent p-label">{t('page.bar.noMessage')}</span> : null;
  return (
    <span className="p-intent" title={t('page.bar.intents', { names: listLabel(names, model.uiLang) })}>
      <span>{names[0]}</span>
      {names.length > 1 && <small>{t('page.bar.more', { count: names.length - 1 })}</small>}
    </span>
  );
}

function CheckButton(props: {
  readonly check: CheckModel;
  readonly uiLang: string;
  readonly 'aria-expanded': boolean;
  readonly onClick: (event: { readonly currentTarget: HTMLElement }) => void;
}) {
  const t = useT();
  const id = useId();
  const { check, uiLang, ...button } = props;
  const issues = [...check.context, ...check.findings];
  const worst = worstOf(issues);
  const isLimited = check.coverage.kind === 'limited';
  const language = languageName(check.lang, uiLang);
  const count = issues.length;
  return (
    <>
      <button
        type="button"
        className="p-chip p-check"
        data-severity={worst ?? (isLimited || !check.hasText || check.isPending ? 'idle' : 'none')}
        aria-describedby={id}
        {...button}
      >
        <Icon name={worst ? severityIcon(worst) : isLimited ? 'info' : 'check'} />
        {check.isPending
          ? t('lint.check.waiting')
          : count === 0
            ? t('lint.check.none')
            : t('lint.check.issues', { count })}
        {isLimited && (
          <span className="p-limited" aria-hidden="true">
            {t('lint.check.limitedShort')}
          </span>
        )}
      </button>
      <VisuallyHidden id={id}>
        {t(isLimited ? 'lint.check.limited' : 'lint.check.full', { language, count: check.coverage.rulesRun })}
      </VisuallyHidden>
    </>
  );
}
