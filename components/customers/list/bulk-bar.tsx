import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { BuyerKey } from '@/utils/domain/ids';
import type { BuyerRow } from '@/utils/domain/records';
import { onEscape } from '../../content/keys';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './list.module.css';
import type { BulkChange } from './use-bulk';

const LONGEST_TAG = 40;

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
  const [tag, setTag] = useState<string | null>(null);
  const box = useRef<HTMLElement>(null);
  const keys = [...marked.keys()];
  const count = keys.length;
  const tags = [...new Set([...marked.values()].flatMap((row) => row.tags))].sort();

  const isAsking = tag !== null;
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) box.current?.querySelector<HTMLElement>('form input')?.focus();
    else if (wasAsking.current) box.current?.querySelector<HTMLElement>('[data-opens]')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = tag?.trim() ?? '';
    if (typed === '' || isBusy) return;
    onChange({ kind: 'tag', keys, add: typed });
    setTag(null);
  };
  return (
    <section ref={box} className={styles.bulk} aria-label={t('buyers.bulk.label')}>
      <div className={styles.buttons}>
        <b>{t('buyers.bulk.marked', { count })}</b>
        {!isArchive && (
          <Button data-opens aria-expanded={isAsking} onClick={() => setTag(isAsking ? null : '')}>
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
      {tag !== null && (
        // The key handler only closes; the controls inside are what a person works with.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <form
          aria-label={t('buyers.bulk.tag')}
          onSubmit={submit}
          onKeyDown={(event) => onEscape(event, () => setTag(null))}
        >
          <div className={styles.inline}>
            <Field label={t('buyers.tags.add')}>
              {(control) => (
                <input
                  {...control}
                  dir="auto"
                  autoComplete="off"
                  maxLength={LONGEST_TAG}
                  value={tag}
                  onChange={(event) => setTag(event.currentTarget.value)}
                />
              )}
            </Field>
            <Button type="submit" look="primary" disabled={tag.trim() === '' || isBusy}>
              {t('buyers.tags.save')}
            </Button>
            <Button onClick={() => setTag(null)}>{t('buyers.cancel')}</Button>
          </div>
          {tags.length > 0 && (
            <div className={styles.buttons} role="group" aria-label={t('buyers.bulk.takeOff')}>
              <span className={styles.quiet}>{t('buyers.bulk.takeOff')}</span>
              {tags.map((one) => (
                <Button
                  key={one}
                  disabled={isBusy}
                  aria-label={t('buyers.tags.remove', { tag: one })}
                  onClick={() => {
                    onChange({ kind: 'untag', keys, remove: one });
                    setTag(null);
                  }}
                >
                  <bdi>{one}</bdi> <span aria-hidden="true">×</span>
                </Button>
              ))}
            </div>
          )}
        </form>
      )}
    </section>
  );
}
