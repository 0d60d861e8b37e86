import { useCallback } from 'react';
import type { ImportEntry } from '@/utils/app/bundles-api';
import { brandAs, type ShopId } from '@/utils/domain/ids';
import { useApp } from '../../dashboard/app-context';
import { isAboutShops, useReading } from '../../dashboard/use-reading';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './incoming.module.css';

/** Shops whose rows go somewhere else than to the shop of the same id. */
const isOpen = ({ theirs, ours }: ImportEntry['shops'][number]): boolean => theirs.id !== ours;

/** Which of our shops the rows of each shop in a file go to. */
export function ShopLinks(props: {
  readonly entry: ImportEntry;
  readonly isBusy: boolean;
  readonly onLink: (theirs: ShopId, ours: ShopId | null) => void;
}) {
  const t = useT();
  const { api } = useApp();
  const { entry, isBusy, onLink } = props;
  const { value: shops = [] } = useReading(
    useCallback(() => api.shops.list(), [api]),
    isAboutShops,
  );
  // Where we have no shop of the marketplace there is nothing to choose.
  const links = entry.shops.filter(
    (link) => isOpen(link) && shops.some(({ marketplace }) => marketplace === link.theirs.marketplace),
  );
  if (links.length === 0) return null;
  return (
    <div className={styles.shops} role="group" aria-label={t('imports.shops.title')}>
      <p className={styles.quiet}>{t('imports.shops.help')}</p>
      {links.map(({ theirs, ours }) => (
        <Field key={theirs.id} label={t('imports.shops.theirs', { name: theirs.name })}>
          {(control) => (
            <select
              {...control}
              disabled={isBusy}
              value={ours ?? ''}
              onChange={({ currentTarget }) =>
                onLink(theirs.id, currentTarget.value === '' ? null : brandAs<'ShopId'>(currentTarget.value))
              }
            >
              <option value="">{t('imports.shops.new')}</option>
              {shops
                .filter(({ marketplace }) => marketplace === theirs.marketplace)
                .map((shop) => (
                  <option key={shop.id} value={shop.id}>
                    {shop.name}
                  </option>
                ))}
            </select>
          )}
        </Field>
      ))}
    </div>
  );
}
