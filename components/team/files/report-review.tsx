import { useCallback, useEffect, useRef, useState } from 'react';
import { neededOf, type FileMapping } from '@/utils/domain/order-files/fields';
import type { TableEncoding } from '@/utils/domain/order-files/table';
import type { ShopId } from '@/utils/domain/ids';
import type { ShopRow } from '@/utils/domain/records';
import { listLabel } from '../../content/labels';
import { marketLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { useT } from '../../ui/translate';
import { FileProblem } from './file-problem';
import styles from './files.module.css';
import { LookView } from './look-view';
import { MappingForm } from './mapping-form';
import type { ChosenReport } from './use-report-import';

/** Names of personal columns that are listed; a file has few, or all of them are. */
const MOST_NAMED = 12;

/** Shows how a file is understood, and lets a person say it better before anything is taken in. */
export function ReportReview(props: {
  readonly chosen: ChosenReport;
  readonly shops: readonly ShopRow[];
  readonly onLook: (chosen: ChosenReport) => void;
  readonly onEncoding: (encoding: TableEncoding) => void;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { chosen, shops, onLook } = props;
  const { file, mapping, look, shopId } = chosen;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [chosen.source]);

  const change = useCallback((next: FileMapping) => onLook({ ...chosen, mapping: next }), [chosen, onLook]);
  const lacks = neededOf[mapping.kind].filter((field) => mapping.columns[field] === undefined);
  const isOpen = look?.asksDayOrder === true && mapping.dayOrder === undefined;
  // Once open it stays so: closing it under the hands of a person would take the focus away.
  const [isMappingOpen, setMappingOpen] = useState(false);
  if (!isMappingOpen && (file.preset === undefined || lacks.length > 0 || isOpen)) setMappingOpen(true);
  const mayTake = look !== null && look.orders > 0 && lacks.length === 0 && !isOpen && !chosen.isLooking;
  const own = shops.filter(({ marketplace }) => file.marketplace === undefined || marketplace === file.marketplace);
  return (
    <section className={styles.review} aria-labelledby="files-review-title">
      <h3 id="files-review-title" ref={title} tabIndex={-1}>
        <bdi>{file.table.fileName}</bdi>
      </h3>
      <p>
        {file.preset === undefined
          ? t('files.recognised.none')
          : t('files.recognised.as', { report: t(`files.preset.${file.preset}`) })}
      </p>
      {file.table.personal.length > 0 && (
        <p className={styles.quiet}>
          {t('files.personal.left', { columns: listLabel(file.table.personal.slice(0, MOST_NAMED), uiLang) })}
        </p>
      )}
      <Field label={t('files.shop.label')}>
        {(control) => (
          <select
            {...control}
            aria-required
            value={shopId ?? ''}
            onChange={(event) => {
              const id = event.currentTarget.value;
              onLook({ ...chosen, shopId: own.find((shop) => shop.id === id)?.id ?? (null as ShopId | null) });
            }}
          >
            <option value="">{t('files.shop.choose')}</option>
            {own.map((shop) => (
              <option key={shop.id} value={shop.id}>
                {t('files.shop.option', { shop: shop.name, market: marketLabel(t, shop.marketplace) })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {own.length === 0 && <Notice tone="warn">{t('files.shop.none')}</Notice>}
      <details className={styles.mapping} open={isMappingOpen}>
        <summary>{t('files.column.summary')}</summary>
        <MappingForm table={file.table} mapping={mapping} look={look} onChange={change} onEncoding={props.onEncoding} />
      </details>
      {lacks.length > 0 && (
        <Notice tone="warn">
          {t('files.column.lacks', {
            fields: listLabel(
              lacks.map((field) => t(`files.field.${field}`)),
              uiLang,
            ),
          })}
        </Notice>
      )}
      {isOpen && <Notice tone="warn">{t('files.days.open')}</Notice>}
      {chosen.problem && <FileProblem problem={chosen.problem} />}
      {look && <LookView look={look} />}
      <div className={styles.buttons}>
        <Button look="primary" disabled={!mayTake} onClick={props.onTake}>
          {t(`files.take.${mapping.kind}`, { count: look?.orders ?? 0 })}
        </Button>
        <Button onClick={props.onCancel}>{t('files.take.cancel')}</Button>
      </div>
      <p className={styles.quiet} role="status">
        {chosen.isLooking ? t('files.look.busy') : shopId === null ? t('files.shop.first') : ''}
      </p>
    </section>
  );
}
