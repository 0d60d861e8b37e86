import type { FoundReply } from '@/utils/app/palette-api';
import type { Misfit } from '@/utils/domain/replies/search/fit';
import { DraftText } from '../draft-text';
import { labelOr, languageName, listLabel, variableLabel } from '../labels';
import type { AssistantModel } from '../model';
import { Icon } from '../../ui/icon';
import { useT, type Translate } from '../../ui/translate';
import { Star } from './star';

/** Id of a row; the search box points at it. */
export const hitId = (index: number): string => `palette-hit-${index}`;

/** Marketplaces by the names they give themselves. */
const MARKETS: Readonly<Record<string, string>> = { amazon: 'Amazon', aliexpress: 'AliExpress' };

/** What a reply is for, where it is not for this conversation. */
function misfitWords(t: Translate, misfit: Misfit, uiLang: string): string {
  switch (misfit.kind) {
    case 'marketplace': {
      const names = misfit.marketplaces.map((name) => MARKETS[name] ?? name);
      return t('palette.misfit.marketplace', { names: listLabel(names, uiLang) });
    }
    case 'order-state': {
      const states = misfit.states.map((state) => labelOr(t, `reply.state.${state}`, state));
      return t('palette.misfit.orderState', { states: listLabel(states, uiLang) });
    }
    case 'fulfilment':
      return t(misfit.fulfilment === 'own' ? 'palette.misfit.own' : 'palette.misfit.marketplace-shipped');
    case 'direction':
      return t(`palette.misfit.${misfit.direction}`);
    default:
      return t(`palette.misfit.${misfit.kind}`);
  }
}

function checkWords(t: Translate, { issues, coverage }: FoundReply['check']): string {
  if (issues > 0) return t('reply.card.checkIssues', { count: issues });
  return coverage.kind === 'limited'
    ? t('reply.card.checkLimited', { count: coverage.rulesRun })
    : t('reply.card.checkOk');
}

/** One reply or sentence: its title, the text the buyer gets, and the same in the agent's language. */
export function HitRow(props: {
  readonly hit: FoundReply;
  readonly index: number;
  readonly isActive: boolean;
  readonly model: AssistantModel;
}) {
  const t = useT();
  const { hit, index, isActive, model } = props;
  const { suggestion, misfit, isFavourite, check } = hit;
  const { draft, counterpart, open } = suggestion;
  const needs = open.filter(({ required }) => required).map(({ name, label }) => label ?? variableLabel(t, name));
  const wanted = model.buyerLang?.lang;
  return (
    <li
      id={hitId(index)}
      role="option"
      aria-selected={isActive}
      data-template={suggestion.templateId}
      data-block={suggestion.block}
      data-misfit={misfit?.kind}
    >
      <span className="p-hit-head">
        <b dir="auto">{suggestion.title}</b>
        {/* For the pointer; by keyboard the button below the list does the same for the row that is chosen. */}
        <span className="p-hit-star" data-star data-on={isFavourite || undefined} aria-hidden="true">
          <Star isOn={isFavourite} />
        </span>
      </span>
      <DraftText className="p-mine" draft={counterpart ?? draft} />
      {counterpart && <DraftText className="p-theirs" draft={draft} />}
      <span className="p-hit-meta">
        {misfit && (
          <span className="p-misfit">
            <Icon name="info" />
            {misfitWords(t, misfit, model.uiLang)}
          </span>
        )}
        {needs.length > 0 && (
          <span className="p-needs">{t('reply.card.needs', { names: listLabel(needs, model.uiLang) })}</span>
        )}
        {wanted !== undefined && wanted !== draft.lang && (
          <span className="p-needs">
            {t('reply.card.otherLanguage', {
              written: languageName(draft.lang, model.uiLang),
              wanted: languageName(wanted, model.uiLang),
            })}
          </span>
        )}
        <span>{t(draft.status.state === 'draft' ? 'reply.status.draft' : 'palette.reviewed')}</span>
        <span>{checkWords(t, check)}</span>
      </span>
    </li>
  );
}
