import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A few sentences that need attention, with at most two buttons; `block` is spoken at once, the others when there is time. */
export const Notice = (props: {
  readonly tone: 'info' | 'warn' | 'block';
  readonly lead?: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) => (
  <div className={`${styles.notice} ${styles[props.tone]}`} role={props.tone === 'block' ? 'alert' : 'status'}>
    <p>
      {props.lead && <b>{props.lead}</b>} {props.children}
    </p>
    {props.actions && <span className={styles.actions}>{props.actions}</span>}
  </div>
);
