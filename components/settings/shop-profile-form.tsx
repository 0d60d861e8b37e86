import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { ShopRow } from '@/utils/domain/records';
import { longest, readShopProfile, type ShopProfile } from '@/utils/domain/shop-profile';
import { onEscape } from '../content/keys';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import styles from './settings.module.css';
import { readTransit, writeTransit } from './transit-lines';

const TONES = ['full', 'short'] as const;
const MOST_DAYS = 60;

/** Asks what all replies of a shop have in common; what is left empty is asked when a reply needs it. */
export function ShopProfileForm(props: {
  readonly shop: ShopRow;
  readonly onSave: (profile: ShopProfile) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const name = useId();
  const zones = useId();
  const { shop, onSave, onCancel } = props;
  const { transit, handlingDays, ...kept } = shop.profile ?? {};
  const [values, setValues] = useState<Omit<ShopProfile, 'transit' | 'handlingDays'>>(kept);
  const [days, setDays] = useState(handlingDays === undefined ? '' : String(handlingDays));
  const [lines, setLines] = useState(writeTransit(transit));
  const [wrong, setWrong] = useState('');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const read = readTransit(lines);
    const count = Number(days);
    if (!read.ok) return setWrong(t('settings.shops.profile.wrongLine', { line: read.line, text: read.text }));
    if (!Number.isInteger(count) || count < 0 || count > MOST_DAYS)
      return setWrong(t('settings.shops.profile.wrongDays'));
    if (!readShopProfile({ timeZone: values.timeZone ?? '' }).ok)
      return setWrong(t('settings.shops.profile.wrongTimeZone'));
    setWrong('');
    await onSave({
      ...values,
      ...(days.trim() === '' ? {} : { handlingDays: count }),
      ...(read.value.length > 0 ? { transit: read.value } : {}),
    });
  };
  const text = (field: 'signature' | 'carriers' | 'workingHours', isFirst: boolean) => (
    <Field label={t(`settings.shops.profile.${field}`)}>
      {(control) => (
        <input
          {...control}
          {...(isFirst ? { 'data-focus': true } : {})}
          dir="auto"
          autoComplete="off"
          maxLength={longest[field]}
          value={values[field] ?? ''}
          onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const keys = { onKeyDown: (event: KeyboardEvent) => onEscape(event, onCancel) };
  return (
    <form
      className={styles.profile}
      aria-label={t('settings.shops.repliesOf', { shop: shop.name })}
      noValidate
      onSubmit={(event) => void save(event)}
      {...keys}
    >
      {text('signature', true)}
      <p className={styles.help}>{t('settings.shops.profile.signatureHelp')}</p>
      <fieldset className={styles.plain}>
        <legend>{t('settings.shops.profile.tone')}</legend>
        {TONES.map((tone) => (
          <label key={tone} className={styles.check}>
            <input
              type="radio"
              name={name}
              checked={(values.tone ?? 'full') === tone}
              onChange={() => setValues({ ...values, tone })}
            />
            {t(`settings.shops.profile.${tone}`)}
          </label>
        ))}
      </fieldset>
      {text('workingHours', false)}
      {text('carriers', false)}
      <Field label={t('settings.shops.profile.handlingDays')}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            maxLength={2}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={t('settings.shops.profile.timeZone')}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            list={zones}
            maxLength={longest.timeZone}
            value={values.timeZone ?? ''}
            onChange={(event) => setValues({ ...values, timeZone: event.currentTarget.value })}
          />
        )}
      </Field>
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <p className={styles.help}>{t('settings.shops.profile.timeZoneHelp')}</p>
      <Field label={t('settings.shops.profile.returnAddress')}>
        {(control) => (
          <textarea
            {...control}
            dir="auto"
            rows={3}
            maxLength={longest.returnAddress}
            value={values.returnAddress ?? ''}
            onChange={(event) => setValues({ ...values, returnAddress: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t('settings.shops.profile.transit')}>
        {(control) => (
          <textarea {...control} rows={4} value={lines} onChange={(event) => setLines(event.currentTarget.value)} />
        )}
      </Field>
      <p className={styles.help}>{t('settings.shops.profile.transitHelp')}</p>
      {wrong && <p role="alert">{wrong}</p>}
      <div className={styles.line}>
        <Button type="submit" look="primary">
          {t('settings.shops.profile.save')}
        </Button>
        <Button onClick={onCancel}>{t('settings.shops.cancel')}</Button>
      </div>
    </form>
  );
}
