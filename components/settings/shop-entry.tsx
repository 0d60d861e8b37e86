import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { ShopRow } from '@/utils/domain/records';
import type { ShopProfile } from '@/utils/domain/shop-profile';
import { onEscape } from '../content/keys';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { longestShopName } from './add-shop';
import styles from './settings.module.css';
import { ShopProfileForm } from './shop-profile-form';

type Mode = 'shown' | 'renaming' | 'removing' | 'profile';

/** One shop: read it, rename it in place, say what its replies have in common, or remove it after one question. */
export function ShopEntry(props: {
  readonly shop: ShopRow;
  readonly onProfile: (profile: ShopProfile) => Promise<boolean>;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onRemove: () => Promise<boolean>;
}) {
  const t = useT();
  const { shop, onProfile, onRename, onRemove } = props;
  const [mode, setMode] = useState<Mode>('shown');
  const [name, setName] = useState(shop.name);
  const item = useRef<HTMLLIElement>(null);
  const before = useRef<Mode>('shown');

  useEffect(() => {
    if (mode !== before.current) {
      const target = mode === 'shown' ? `[data-mode='${before.current}']` : '[data-focus]';
      item.current?.querySelector<HTMLElement>(target)?.focus();
    }
    before.current = mode;
  }, [mode]);

  const rename = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && (await onRename(name.trim()))) setMode('shown');
  };
  const cancel = { onKeyDown: (event: Parameters<typeof onEscape>[0]) => onEscape(event, () => setMode('shown')) };
  if (mode === 'renaming')
    return (
      <li ref={item}>
        <form className={styles.line} onSubmit={(event) => void rename(event)}>
          <input
            className={styles.input}
            data-focus
            dir="auto"
            aria-label={t('settings.shops.nameOf', { shop: shop.name })}
            maxLength={longestShopName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            {...cancel}
          />
          <Button type="submit" look="primary" disabled={name.trim() === ''}>
            {t('settings.shops.saveName')}
          </Button>
          <Button onClick={() => setMode('shown')} {...cancel}>
            {t('settings.shops.cancel')}
          </Button>
        </form>
      </li>
    );
  if (mode === 'profile')
    return (
      <li ref={item}>
        <ShopProfileForm
          shop={shop}
          onCancel={() => setMode('shown')}
          onSave={async (profile) => (await onProfile(profile)) && (setMode('shown'), true)}
        />
      </li>
    );
  if (mode === 'removing')
    return (
      <li ref={item}>
        <div className={styles.ask} role="group" aria-label={t('settings.shops.removeAsk', { shop: shop.name })}>
          <span>{t('settings.shops.removeAsk', { shop: shop.name })}</span>
          <Button onClick={() => void onRemove()} {...cancel}>
            {t('settings.shops.removeYes')}
          </Button>
          <Button data-focus onClick={() => setMode('shown')} {...cancel}>
            {t('settings.shops.removeNo')}
          </Button>
        </div>
      </li>
    );
  return (
    <li ref={item} className={styles.shop}>
      <span className={styles.shopName}>
        <bdi>{shop.name}</bdi>
        {shop.accountId && <span className={styles.help}>{t('settings.shops.account', { id: shop.accountId })}</span>}
      </span>
      <Button
        data-mode="profile"
        aria-label={t('settings.shops.repliesOf', { shop: shop.name })}
        onClick={() => setMode('profile')}
      >
        {t('settings.shops.replies')}
      </Button>
      <Button
        data-mode="renaming"
        aria-label={t('settings.shops.renameOf', { shop: shop.name })}
        onClick={() => {
          setName(shop.name);
          setMode('renaming');
        }}
      >
        {t('settings.shops.rename')}
      </Button>
      <Button
        data-mode="removing"
        aria-label={t('settings.shops.removeOf', { shop: shop.name })}
        onClick={() => setMode('removing')}
      >
        {t('settings.shops.remove')}
      </Button>
    </li>
  );
}
