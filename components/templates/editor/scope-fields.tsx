import { labelOr } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { Scope } from './editor-state';
import { orderStates } from './preview-panel';

const contactReasons = ['order-detail', 'shipping-problem', 'customisation', 'return', 'other'] as const;

/** Ticks among many; none means that it does not matter. */
function Ticks<Id extends string>(props: {
  readonly legend: string;
  readonly options: readonly (readonly [Id, string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: Id[]) => void;
}) {
  const { legend, options, chosen, onChange } = props;
  return (
    <fieldset className={styles.set}>
      <legend>{legend}</legend>
      <div className={styles.ticks}>
        {options.map(([id, words]) => (
          <label key={id} className={styles.tick}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                // In the order of the options, so that ticking off and on again changes nothing.
                onChange(options.flatMap(([one]) => ((one === id ? checked : chosen.includes(one)) ? [one] : [])))
              }
            />
            <bdi>{words}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Where and when a reply is suggested, in plain words. */
export function ScopeFields(props: {
  readonly scope: Scope;
  readonly shops: readonly (readonly [id: string, name: string])[];
  readonly onChange: (part: Partial<Scope>) => void;
}) {
  const t = useT();
  const { markets } = useApp();
  const { scope, shops, onChange } = props;
  const either = (field: 'repeated' | 'overdue') => (
    <Field label={t(`editor.scope.${field}`)}>
      {(control) => (
        <select
          {...control}
          value={scope[field] === undefined ? '' : String(scope[field])}
          onChange={({ currentTarget: { value } }) =>
            onChange({ [field]: value === '' ? undefined : value === 'true' })
          }
        >
          <option value="">{t('editor.scope.either')}</option>
          <option value="true">{t(`editor.scope.${field}Yes`)}</option>
          <option value="false">{t(`editor.scope.${field}No`)}</option>
        </select>
      )}
    </Field>
  );
  return (
    <div className={styles.scope}>
      <p className={styles.quiet}>{t('editor.scope.help')}</p>
      <Ticks
        legend={t('editor.scope.markets')}
        options={markets.map((market) => [market as string, labelOr(t, `common.market.${market}`, market)])}
        chosen={scope.marketplaces ?? []}
        onChange={(marketplaces) => onChange({ marketplaces })}
      />
      {shops.length > 1 && (
        <Ticks
          legend={t('editor.scope.shops')}
          options={shops}
          chosen={scope.shops ?? []}
          onChange={(chosen) => onChange({ shops: chosen })}
        />
      )}
      <Ticks
        legend={t('editor.scope.states')}
        options={orderStates.map((state) => [state, t(`reply.state.${state}`)])}
        chosen={scope.orderStates ?? []}
        onChange={(states) => onChange({ orderStates: states })}
      />
      <Ticks
        legend={t('editor.scope.reasons')}
        options={contactReasons.map((reason) => [reason as string, t(`reply.contact.${reason}`)])}
        chosen={scope.contactReasons ?? []}
        onChange={(reasons) => onChange({ contactReasons: reasons })}
      />
      <div className={styles.fields}>
        <Field label={t('editor.scope.fulfilment')}>
          {(control) => (
            <select
              {...control}
              value={scope.fulfilment ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onChange({ fulfilment: value === 'own' || value === 'marketplace' ? value : undefined })
              }
            >
              <option value="">{t('editor.scope.either')}</option>
              <option value="own">{t('reply.fulfilment.own')}</option>
              <option value="marketplace">{t('reply.fulfilment.marketplace')}</option>
            </select>
          )}
        </Field>
        {either('repeated')}
        {either('overdue')}
      </div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={scope.noOrder ?? false}
          onChange={({ currentTarget: { checked } }) => onChange({ noOrder: checked || undefined })}
        />
        {t('editor.scope.noOrder')}
      </label>
    </div>
  );
}
