import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import styles from './settings.module.css';

/** Longest name of a shop. Units: UTF-16 units. */
export const longestShopName = 80;

/** Adds a shop by its name; the account is learned from the first page that shows it. */
export function AddShop(props: { readonly market: string; readonly onAdd: (name: string) => Promise<boolean> }) {
  const t = useT();
  const { market, onAdd } = props;
  const [name, setName] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && (await onAdd(name.trim()))) setName('');
  };
  return (
    <form className={styles.line} onSubmit={(event) => void add(event)}>
      <Field label={t('settings.shops.newName', { market })}>
        {(control) => (
          <input
            {...control}
            dir="auto"
            autoComplete="off"
            maxLength={longestShopName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={name.trim() === ''}>
        {t('settings.shops.add', { market })}
      </Button>
    </form>
  );
}
