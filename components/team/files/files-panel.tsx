import { ExportBuyers } from './export-buyers';
import styles from './files.module.css';
import { ImportReport } from './import-report';

/** Files of other programs: reports sellers download come in, lists of buyers for people go out. */
export function FilesPanel() {
  return (
    <div className={styles.panel}>
      <ImportReport />
      <ExportBuyers />
    </div>
  );
}
