import { useEffect, useRef, useState } from 'react';
import type { JoinSuggestion } from '@/utils/app/buyers-api';
import type { BuyerKey } from '@/utils/domain/ids';
import { listLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { hrefOfBuyer } from '../../dashboard/route';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import { buyerLabel } from '../labels';
import styles from './facts.module.css';
import { useRecord } from './record-state';

/** Records that may be the same person, with why, and those that were joined to this one. Joining can be taken back. */
export function SamePerson() {
  const t = useT();
  const { uiLang } = useApp();
  const { buyers } = useApp().api;
  const { buyerKey, view, shopLabel, run, say } = useRecord();
  const [apart, setApart] = useState<readonly BuyerKey[]>([]);
  const [asked, setAsked] = useState<BuyerKey | null>(null);
  const box = useRef<HTMLElement>(null);
  const { buyer, joined } = view;
  const suggestions = view.suggestions.filter((one) => !apart.includes(one.buyer.key));

  // The row that was answered is gone: the focus stays in this part.
  const count = suggestions.length + joined.length;
  const before = useRef(count);
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (before.current !== count && isLost) box.current?.focus();
    before.current = count;
  }, [count]);

  const join = async ({ buyer: other }: JoinSuggestion) => {
    const isAcross = other.shopId !== buyer.shopId;
    if (isAcross && asked !== other.key) {
      setAsked(other.key);
      return;
    }
    const keys = [buyerKey, other.key];
    const root = await run(buyers.join({ keys, ...(isAcross ? { acrossShops: true } : {}) }));
    if (!root.ok) return;
    setAsked(null);
    say(t('buyers.same.joined', { name: buyerLabel(t, other) }));
  };
  const keepApart = async ({ buyer: other }: JoinSuggestion) => {
    if (!(await run(buyers.notSame({ keys: [buyerKey, other.key] }))).ok) return;
    setApart((now) => [...now, other.key]);
    say(t('buyers.same.kept', { name: buyerLabel(t, other) }));
  };
  const separate = async (key: BuyerKey, name: string) => {
    if (!(await run(buyers.separate({ key }))).ok) return;
    say(t('buyers.same.separated', { name }));
  };
  if (count === 0 && before.current === 0) return null;
  return (
    <section ref={box} className={styles.part} aria-label={t('buyers.same.title')} tabIndex={-1}>
      {suggestions.length > 0 && (
        <>
          <h3 className={styles.title}>{t('buyers.same.ask')}</h3>
          <ul className={styles.lines}>
            {suggestions.map((suggestion) => {
              const { buyer: other, because } = suggestion;
              const name = buyerLabel(t, other);
              const isAcross = other.shopId !== buyer.shopId;
              return (
                <li key={other.key} className={styles.line} data-same={other.key}>
                  <span data-grow>
                    <a href={hrefOfBuyer(other.key)}>
                      <bdi>{name}</bdi>
                    </a>{' '}
                    <span className={styles.quiet}>
                      <bdi>{shopLabel(other.shopId)}</bdi> ·{' '}
                      {listLabel(
                        because.map((why) => t(`buyers.same.because.${why}`)),
                        uiLang,
                      )}
                    </span>
                  </span>
                  <Button aria-label={t('buyers.same.joinOf', { name })} onClick={() => void join(suggestion)}>
                    {t(asked === other.key ? 'buyers.same.joinAcross' : 'buyers.same.join')}
                  </Button>
                  <Button aria-label={t('buyers.same.notOf', { name })} onClick={() => void keepApart(suggestion)}>
                    {t('buyers.same.not')}
                  </Button>
                  {isAcross && asked === other.key && (
                    <p className={styles.quiet} role="alert">
                      {t('buyers.same.across', { shop: shopLabel(other.shopId) })}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {joined.length > 0 && (
        <>
          <h3 className={styles.title}>{t('buyers.same.joinedTitle')}</h3>
          <ul className={styles.lines}>
            {joined.map(({ key, displayName, aliases, shopId }) => {
              const name = displayName ?? aliases[0]?.replace(/^\w+:/, '') ?? t('buyers.name.none');
              return (
                <li key={key} className={styles.line} data-joined={key}>
                  <span data-grow>
                    <bdi>{name}</bdi>{' '}
                    <span className={styles.quiet}>
                      <bdi>{shopLabel(shopId)}</bdi>
                    </span>
                  </span>
                  <Button aria-label={t('buyers.same.separateOf', { name })} onClick={() => void separate(key, name)}>
                    {t('buyers.same.separate')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
