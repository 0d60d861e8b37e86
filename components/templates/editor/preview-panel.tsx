import { memo, useState } from 'react';
import type { Lang } from '@/utils/domain/ids';
import type { OrderState } from '@/utils/domain/orders';
import { LONGEST_REPLY } from '@/utils/domain/replies/desk/check-template';
import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { labelOr, languageName } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { Columns } from './language-choice';
import { factsFor, showReply, textOf, type Situation } from './preview';
import { isSame } from './same';
import { labelsOf } from './value-options';

/** States an order can be in, in the order it goes through them. */
export const orderStates = [
  'unpaid',
  'unshipped',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'refunded',
  'disputed',
] as const satisfies readonly OrderState[];

function Message(props: {
  readonly template: ReplyTemplate;
  readonly lang: Lang;
  readonly situation: Situation;
  readonly problems: readonly TemplateProblem[];
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { template, lang, situation, problems } = props;
  const labelOf = labelsOf(t, template);
  const shown = showReply(template, { lang, facts: factsFor(template, lang, situation), problems });
  const language = languageName(lang, uiLang);
  const length = shown ? textOf(shown, labelOf).length : 0;
  const isBroken = problems.some((problem) => problem.kind === 'syntax' && problem.lang === lang);
  return (
    <section className={styles.message} aria-label={t('editor.preview.of', { language })} data-preview={lang}>
      <div className={styles.messageHead}>
        <b>{language}</b>
        <span className={styles.count} data-over={length > LONGEST_REPLY || undefined}>
          {t(length > LONGEST_REPLY ? 'editor.preview.over' : 'editor.preview.length', {
            length: length.toLocaleString(uiLang),
            limit: LONGEST_REPLY.toLocaleString(uiLang),
          })}
        </span>
      </div>
      {shown && shown.length > 0 ? (
        <p className={styles.words} lang={lang} dir="auto">
          {shown.map(({ block, before, segments }) => (
            <span key={block} data-block={block}>
              {before}
              {segments.map((part, at) =>
                part.kind === 'text' ? (
                  part.text
                ) : (
                  <mark key={`${at}-${part.variable}`}>{`⟦${labelOf(part.variable)}⟧`}</mark>
                ),
              )}
            </span>
          ))}
        </p>
      ) : (
        <p className={styles.quiet}>{t('editor.preview.nothing')}</p>
      )}
      {isBroken && <p className={styles.wrong}>{t('editor.preview.broken')}</p>}
    </section>
  );
}

/** The reply as it would be inserted, in both languages, with sample values and switches for the situation. */
export const PreviewPanel = memo(function PreviewPanel(props: {
  readonly template: ReplyTemplate;
  readonly columns: Columns;
  readonly problems: readonly TemplateProblem[];
}) {
  const t = useT();
  const { markets } = useApp();
  const { template, columns, problems } = props;
  const { marketplaces: [marketplace] = [], orderStates: [orderState] = [], fulfilment, repeated } = template.scope;
  const [situation, setSituation] = useState<Situation>(() => ({
    hasValues: true,
    tone: 'full',
    marketplace: marketplace ?? markets[0] ?? 'any',
    orderState: orderState ?? '',
    fulfilment: fulfilment ?? 'own',
    isRepeated: repeated ?? false,
  }));
  const change = (part: Partial<Situation>) => setSituation((now) => ({ ...now, ...part }));
  const tick = (field: string, checked: boolean, onChange: (checked: boolean) => void) => (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {t(`editor.preview.${field}`)}
    </label>
  );
  return (
    <section className={styles.section} aria-label={t('editor.preview.title')}>
      <h3>{t('editor.preview.title')}</h3>
      <div className={styles.switches}>
        {tick('values', situation.hasValues, (hasValues) => change({ hasValues }))}
        {tick('short', situation.tone === 'short', (isShort) => change({ tone: isShort ? 'short' : 'full' }))}
        {tick('repeated', situation.isRepeated, (isRepeated) => change({ isRepeated }))}
        {tick('byMarket', situation.fulfilment === 'marketplace', (is) =>
          change({ fulfilment: is ? 'marketplace' : 'own' }),
        )}
        <Field label={t('editor.preview.market')}>
          {(control) => (
            <select
              {...control}
              value={situation.marketplace}
              onChange={(event) => change({ marketplace: event.currentTarget.value })}
            >
              {markets.map((market) => (
                <option key={market} value={market}>
                  {labelOr(t, `common.market.${market}`, market)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('editor.preview.state')}>
          {(control) => (
            <select
              {...control}
              value={situation.orderState}
              onChange={({ currentTarget }) =>
                change({ orderState: orderStates.find((state) => state === currentTarget.value) ?? '' })
              }
            >
              <option value="">{t('editor.preview.noOrder')}</option>
              {orderStates.map((state) => (
                <option key={state} value={state}>
                  {t(`reply.state.${state}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className={styles.columns}>
        {[columns.left, columns.right].map((lang) => (
          <Message key={lang} template={template} lang={lang} situation={situation} problems={problems} />
        ))}
      </div>
    </section>
  );
}, isSame);
