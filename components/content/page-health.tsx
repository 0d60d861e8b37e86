import type { FieldHealth, PageHealth } from '@/utils/marketplaces/contract';
import { labelOr } from './labels';
import { Icon, type IconName } from '../ui/icon';
import { useT } from '../ui/translate';

const STATE_ICON: Readonly<Record<FieldHealth['state'], IconName>> = { ok: 'check', fallback: 'info', missing: 'warn' };

/** What of this page could be read, and what works in spite of the rest. */
export function PageHealthList({
  health,
  fields,
}: {
  readonly health: PageHealth;
  readonly fields: readonly FieldHealth[];
}) {
  const t = useT();
  return (
    <>
      <p className="p-hint">{t(`page.health.${health}Why`)}</p>
      <ul className="p-health" aria-label={t('page.health.fields')}>
        {fields.map((field) => (
          <li key={field.field} data-state={field.state}>
            <Icon name={STATE_ICON[field.state]} />
            <span>{labelOr(t, `page.field.${field.field}`, field.field)}</span>
            <span className="p-label">{t(`page.health.${field.state}`)}</span>
            {field.required && field.state === 'missing' && <b>{t('page.health.needed')}</b>}
          </li>
        ))}
      </ul>
    </>
  );
}
