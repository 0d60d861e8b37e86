import { useCallback, useEffect, useRef, useState } from 'react';
import type { BuyerFileFormat, OrderFileProblem } from '@/utils/app/order-files-api';
import type { BuyerFilter } from '@/utils/app/buyers-api';
import { buyerColumns, type BuyerColumn } from '@/utils/domain/order-files/buyer-columns';
import type { ShopId } from '@/utils/domain/ids';
import { useSegmentLabel } from '../../customers/segment-label';
import { useShopLabels } from '../../customers/use-shop-labels';
import { useApp } from '../../dashboard/app-context';
import { isAboutShops, useReading } from '../../dashboard/use-reading';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import { FileProblem } from './file-problem';
import styles from './files.module.css';
import { useOrderFiles } from './use-order-files';

type Outcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly done: number }
  | { readonly kind: 'saved'; readonly file: string; readonly count: number }
  | { readonly kind: 'failed'; readonly problem: OrderFileProblem };

/** Name of the file: the day here, as ISO 8601; Swedish writes dates that way. */
const fileName = (format: BuyerFileFormat): string => `parley-buyers-${new Date().toLocaleDateString('sv')}.${format}`;

/** Saves a list of buyers as a file a person opens in a spreadsheet. */
export function ExportBuyers() {
  const t = useT();
  const { api, uiLang, saveFile } = useApp();
  const orderFiles = useOrderFiles();
  const shopLabel = useShopLabels();
  const segmentLabel = useSegmentLabel();
  const { value: shops } = useReading(
    useCallback(() => api.shops.list(), [api]),
    isAboutShops,
  );
  const [shopId, setShopId] = useState<ShopId | null>(null);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const isBusy = outcome.kind === 'busy';

  const save = async (format: BuyerFileFormat) => {
    const run = new AbortController();
    running.current = run;
    setOutcome({ kind: 'busy', done: 0 });
    const filter: BuyerFilter = shopId === null ? {} : { shopId };
    const headings = Object.fromEntries(buyerColumns.map((id) => [id, t(`files.buyers.column.${id}`)]));
    const words = { headings: headings as Record<BuyerColumn, string>, uiLang, shopLabel, segmentLabel };
    const found = await orderFiles.exportBuyers(
      { filter, format, words },
      { signal: run.signal, onProgress: ({ done }) => setOutcome({ kind: 'busy', done }) },
    );
    if (run.signal.aborted) return setOutcome({ kind: 'idle' });
    if (!found.ok) return setOutcome({ kind: 'failed', problem: found.error });
    const name = fileName(format);
    saveFile({ name, blob: found.value.file });
    setOutcome({ kind: 'saved', file: name, count: found.value.count });
  };
  return (
    <section className={styles.part} aria-labelledby="files-export-title">
      <h2 id="files-export-title">{t('files.buyers.title')}</h2>
      <p className={styles.quiet}>{t('files.buyers.help')}</p>
      <Field label={t('files.buyers.shop')}>
        {(control) => (
          <select
            {...control}
            value={shopId ?? ''}
            onChange={(event) => {
              const id = event.currentTarget.value;
              setShopId(shops?.find((shop) => shop.id === id)?.id ?? null);
            }}
          >
            <option value="">{t('files.buyers.all')}</option>
            {shops?.map(({ id }) => (
              <option key={id} value={id}>
                {shopLabel(id)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles.buttons}>
        {(['csv', 'xlsx'] as const).map((format) => (
          <Button key={format} disabled={isBusy} onClick={() => void save(format)}>
            {t(`files.buyers.save.${format}`)}
          </Button>
        ))}
        {isBusy && <Button onClick={() => running.current?.abort()}>{t('files.take.cancel')}</Button>}
      </div>
      {outcome.kind === 'failed' && <FileProblem problem={outcome.problem} />}
      <p className={styles.quiet} role="status">
        {isBusy && t('files.buyers.busy', { count: outcome.done })}
        {outcome.kind === 'saved' && t('files.buyers.saved', { file: outcome.file, count: outcome.count })}
      </p>
    </section>
  );
}
