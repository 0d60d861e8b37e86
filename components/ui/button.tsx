import type { ComponentProps } from 'react';
import styles from './button.module.css';

/** A button of an extension page; `primary` is the one action a person most likely wants. */
export function Button({
  look = 'plain',
  className = '',
  ...rest
}: ComponentProps<'button'> & { readonly look?: 'plain' | 'primary' }) {
  const classes = [styles.button, look === 'primary' ? styles.primary : '', className].filter(Boolean).join(' ');
  return <button type="button" className={classes} {...rest} />;
}
