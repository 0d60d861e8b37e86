import { useEffect, useId, useRef, useState } from 'react';
import type { ShopId } from '@/utils/domain/ids';
import type { ReportPart } from '@/utils/domain/reports/tables';
import { closeOnEscape } from '../content/keys';
import { momentLabel } from '../content/labels';
import { useShopLabels } from '../customers/use-shop-labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import styles from './report-exports.module.css';
import { reportFile, reportFormats, type ReportFormat } from './files/report-file';
import type { ReportReading } from './use-report';
import type { RowName } from './use-row-names';

type Outcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'saved'; readonly file: string }
  | { readonly kind: 'failed' };

/** A report on its way out: onto paper, or into a file, each with a line that says whom it is for. */
export function ReportExports(props: {
  readonly report: ReportReading;
  readonly parts: readonly ReportPart[];
  readonly nameOf: RowName;
  readonly shopId: ShopId | null;
  readonly onPrint: (isWhole: boolean) => void;
}) {
  const { report, parts, nameOf, shopId, onPrint } = props;
  const t = useT();
  const { api, saveFile, uiLang } = useApp();
  const shopLabel = useShopLabels();
  const id = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const view = useRef(new AbortController());
  const [isOpen, setOpen] = useState(false);
  const [hasShops, setHasShops] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' });
  useEffect(() => {
    const own = new AbortController();
    view.current = own;
    return () => own.abort();
  }, []);

  const isBusy = outcome.kind === 'busy';
  const close = () => {
    setOpen(false);
    toggle.current?.focus();
  };
  const save = async (format: ReportFormat) => {
    // A button that is disabled loses the focus, and whoever works by keyboard their place.
    if (isBusy) return;
    const { signal } = view.current;
    setOutcome({ kind: 'busy' });
    // Shops are named at the desk; elsewhere only when somebody says so.
    const named = format !== 'html' || hasShops ? { shopLabel } : {};
    const madeOn = momentLabel(new Date().toISOString(), uiLang);
    const looked = await api.reports.longView({ to: report.range.to, ...(shopId === null ? {} : { shopId }) });
    const longView = looked.ok ? looked.value : null;
    const file = await reportFile({ report, parts, longView, format }, { t, uiLang, nameOf, madeOn, ...named });
    if (signal.aborted) return;
    if (!file.ok) return setOutcome({ kind: 'failed' });
    saveFile(file.value);
    setOutcome({ kind: 'saved', file: file.value.name });
  };
  return (
    <div className={styles.exports} {...closeOnEscape(isOpen ? close : null)}>
      <div className={styles.buttons}>
        <Button onClick={() => onPrint(false)}>{t('reports.print')}</Button>
        <Button onClick={() => onPrint(true)}>{t('reports.printAll')}</Button>
        <Button ref={toggle} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {t('reports.save.open')}
        </Button>
      </div>
      <section id={id} className={styles.panel} hidden={!isOpen} aria-label={t('reports.save.title')}>
        <ul className={styles.formats}>
          {reportFormats.map((format) => (
            <li key={format} className={styles.format}>
              <h2 id={`${id}-${format}`}>{t(`reports.save.format.${format}.name`)}</h2>
              <p id={`${id}-${format}-for`}>{t(`reports.save.format.${format}.for`)}</p>
              {format === 'html' && (
                <label className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={hasShops}
                    onChange={({ currentTarget }) => setHasShops(currentTarget.checked)}
                  />
                  {t('reports.save.withShops')}
                </label>
              )}
              <Button aria-describedby={`${id}-${format}-for`} aria-disabled={isBusy} onClick={() => void save(format)}>
                {t(`reports.save.format.${format}.button`)}
              </Button>
            </li>
          ))}
        </ul>
        {outcome.kind === 'failed' && <Notice tone="block">{t('reports.save.failed')}</Notice>}
        <p className={styles.said} role="status">
          {isBusy && t('reports.save.busy')}
          {outcome.kind === 'saved' && t('reports.save.done', { file: outcome.file })}
        </p>
      </section>
    </div>
  );
}
