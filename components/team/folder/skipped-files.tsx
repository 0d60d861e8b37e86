import type { FolderState } from '@/utils/app/bundles/folder-api';
import { useT } from '../../ui/translate';
import styles from './folder.module.css';

/** A folder full of strange files is told by its first ones. */
const MOST_SHOWN = 50;

/** Files that were left aside, and why. */
export function SkippedFiles({ files }: { readonly files: FolderState['skipped'] }) {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <details className={styles.skipped}>
      <summary>{t('folder.skipped.title', { count: files.length })}</summary>
      <ul>
        {files.slice(0, MOST_SHOWN).map(({ name, kind }) => (
          <li key={name}>
            <bdi className={styles.file}>{name}</bdi>
            <span className={styles.quiet}>{t(`folder.skipped.kind.${kind}`)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('folder.skipped.next')}</p>
    </details>
  );
}
