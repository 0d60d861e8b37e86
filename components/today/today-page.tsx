import { useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { DueItem, DueList } from '@/utils/app/follow-ups-api';
import { brandAs, type ShopId } from '@/utils/domain/ids';
import type { Result } from '@/utils/domain/result';
import { useShopLabels } from '../customers/use-shop-labels';
import { labelOr } from '../content/labels';
import { momentLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { agoLabel } from './ago-label';
import { DuePart, shownRows } from './due-part';
import type { DueActions } from './due-row';
import { SetUpOffer } from '../welcome/set-up-offer';
import { NotifyMe } from './notify-me';
import styles from './today.module.css';
import { partsOf, useToday } from './use-today';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** A clock that is behind by less says nothing: other machines may be a little ahead. */
const CLOCK_SLACK_MS = 10 * 60_000;

/** What is due, for one shop or all: clocks first, then promises and follow-ups, and what was done today. */
export function TodayPage() {
  const t = useT();
  const { api, uiLang } = useApp();
  const [shopId, setShopId] = useState<ShopId | null>(null);
  const { value, problem, again, now } = useToday(shopId);
  const shopLabel = useShopLabels();
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const [said, setSaid] = useState('');
  const page = useRef<HTMLDivElement>(null);

  /** The row after the one that goes takes the focus, so that the next key finds something. */
  const focusAfter = (id: string): void => {
    const rows = shownRows(page.current);
    const at = rows.findIndex((row) => row.dataset['due'] === id);
    (rows[at + 1] ?? rows[at - 1])?.focus();
  };
  const change = async (item: DueItem, work: Promise<Result<unknown, ApiProblem>>, words: string) => {
    const done = await work;
    setFailed(done.ok ? null : done.error);
    if (!done.ok) return;
    setSaid(words);
    focusAfter(item.row.id);
    await again();
  };
  const nameOf = ({ row }: DueItem) => labelOr(t, `follow-ups.${row.kind}.name`, row.kind);
  const actions: DueActions = {
    done: (item) =>
      void change(item, api.followUps.done({ id: item.row.id }), t('today.said.done', { what: nameOf(item) })),
    reopen: (item) =>
      void change(item, api.followUps.reopen({ id: item.row.id }), t('today.said.reopened', { what: nameOf(item) })),
    snooze: (item, to) =>
      void change(
        item,
        api.followUps.snooze({ id: item.row.id, to: brandAs<'Instant'>(to.toISOString()) }),
        t('today.said.snoozed', { moment: momentLabel(to.toISOString(), uiLang) }),
      ),
  };

  const parts = value && partsOf(value, now);
  const shared = { now, uiLang, shopLabel: shopId || (value?.seen.length ?? 0) < 2 ? () => '' : shopLabel, actions };
  return (
    <div ref={page} className={styles.page} data-today>
      {value && value.seen.length > 1 && (
        <div className={styles.shop}>
          <Field label={t('today.shop')}>
            {(control) => (
              <select
                {...control}
                value={shopId ?? ''}
                onChange={(event) =>
                  setShopId(event.currentTarget.value ? brandAs<'ShopId'>(event.currentTarget.value) : null)
                }
              >
                <option value="">{t('today.allShops')}</option>
                {value.seen.map((shop) => (
                  <option key={shop.shopId} value={shop.shopId}>
                    {shop.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      {value && <SetUpOffer isNew={value.seen.length === 0} />}
      {value && <Seen seen={value.seen} now={now} />}
      {value && value.clockBehindMs > CLOCK_SLACK_MS && (
        <Notice tone="warn" lead={t('today.clock.lead')}>
          {t('today.clock.text', {
            hours: t('today.clock.hours', { count: Math.ceil(value.clockBehindMs / HOUR_MS) }),
          })}
        </Notice>
      )}
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {failed && <ProblemPanel problem={failed} />}
      <p className={styles.said} role="status">
        {said}
      </p>
      {!value && !problem && <Skeleton label={t('today.loading')} bars={6} />}
      {value && value.due.length === 0 && <EmptyState title={t('today.empty.title')} next={t('today.empty.next')} />}
      {parts && (
        <>
          <DuePart name="deadlines" items={parts.deadlines} {...shared} />
          <DuePart name="due" items={parts.due} {...shared} />
          <DuePart name="later" items={parts.later} {...shared} />
          <DuePart name="routine" items={parts.routine} {...shared} />
          <DuePart name="done" items={parts.done} {...shared} />
        </>
      )}
      {value?.hasMore && <p className={styles.quiet}>{t('today.more')}</p>}
      {value && value.due.length > 0 && <p className={styles.quiet}>{t('today.keys')}</p>}
      {value && <NotifyMe />}
    </div>
  );
}

/** When each shop's pages were last read: what is due can only be as new as that. */
function Seen({ seen, now }: { readonly seen: DueList['seen']; readonly now: Date }) {
  const t = useT();
  const { uiLang } = useApp();
  return (
    <ul className={styles.seen} aria-label={t('today.seen.label')}>
      {seen.map(({ shopId, name, at }) => (
        <li key={shopId}>
          <bdi>
            {at === null
              ? t('today.seen.never', { shop: name })
              : now.getTime() - Date.parse(at) < MINUTE_MS
                ? t('today.seen.now', { shop: name })
                : t('today.seen.shop', { shop: name, when: agoLabel(at, now, uiLang) })}
          </bdi>
        </li>
      ))}
    </ul>
  );
}
