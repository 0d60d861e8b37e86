import { useT } from '../ui/translate';
import styles from './converter-panel.module.css';

/** Says that the converter did not load, and asks for it again when told to. */
export function EngineMissing(props: { readonly onRetry: () => void }) {
  const t = useT();
  return (
    <div className={styles.empty} role="alert">
      <p>{t('convert.engine.missing')}</p>
      <button type="button" className={styles.example} onClick={props.onRetry}>
        {t('convert.engine.retry')}
      </button>
    </div>
  );
}
