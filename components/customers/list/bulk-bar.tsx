import { useEffect, useRef, useState } from 'react';
import type { BuyerKey } from '@/utils/domain/ids';
import type { BuyerRow } from '@/utils/domain/records';
import { onEscape } from '../../content/keys';
import { Button } from '../../ui/button';
import { TagsForm } from '../../ui/tags-form';
import { useT } from '../../ui/translate';
import styles from './list.module.css';
import type { BulkChange } from './use-bulk';

/** What can be done to all marked buyers at once. */
export function BulkBar(props: {
  readonly marked: ReadonlyMap<BuyerKey, BuyerRow>;
  /** Whether the list is the one of archived records. */
  readonly isArchive: boolean;
  readonly isBusy: boolean;
  readonly onChange: (change: BulkChange) => void;
  readonly onClear: () => void;
}) {
  const t = useT();
  const { marked, isArchive, isBusy, onChange, onClear } = props;
  const [isAsking, setAsking] = useState(false);
  const box = useRef<HTMLElement>(null);
  const keys = [...marked.keys()];
  const count = keys.length;
  const tags = [...new Set([...marked.values()].flatMap((row) => row.tags))].sort();

  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) box.current?.querySelector<HTMLElement>('form input')?.focus();
    else if (wasAsking.current) box.current?.querySelector<HTMLElement>('[data-opens]')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  const tell = (change: BulkChange) => {
    onChange(change);
    setAsking(false);
  };
  return (
    <section ref={box} className={styles.bulk} aria-label={t('buyers.bulk.label')}>
      <div className={styles.buttons}>
        <b>{t('buyers.bulk.marked', { count })}</b>
        {!isArchive && (
          <Button data-opens aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
            {t('buyers.bulk.tag')}
          </Button>
        )}
        {isArchive ? (
          <Button disabled={isBusy} onClick={() => onChange({ kind: 'unarchive', keys })}>
            {t('buyers.bulk.unarchive')}
          </Button>
        ) : (
          <Button disabled={isBusy} onClick={() => onChange({ kind: 'archive', keys })}>
            {t('buyers.bulk.archive')}
          </Button>
        )}
        <Button onClick={onClear}>{t('buyers.bulk.clear')}</Button>
      </div>
      {isAsking && (
        <TagsForm
          aria-label={t('buyers.bulk.tag')}
          words={{
            name: t('buyers.tags.add'),
            add: t('buyers.tags.save'),
            cancel: t('buyers.cancel'),
            takeOff: t('buyers.bulk.takeOff'),
            remove: (tag) => t('buyers.tags.remove', { tag }),
          }}
          look={styles}
          tags={tags}
          isBusy={isBusy}
          onAdd={(add) => tell({ kind: 'tag', keys, add })}
          onRemove={(remove) => tell({ kind: 'untag', keys, remove })}
          onCancel={() => setAsking(false)}
          onKeyDown={(event) => onEscape(event, () => setAsking(false))}
        />
      )}
    </section>
  );
}
