import { useCallback, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { Result } from '@/utils/domain/result';
import { marketLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutShops, useReading } from '../dashboard/use-reading';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { AddShop } from './add-shop';
import { Section } from './section';
import styles from './settings.module.css';
import { ShopEntry } from './shop-entry';

/** The shops of each marketplace. */
export function ShopSection() {
  const t = useT();
  return (
    <Section title={t('settings.shops.title')}>
      <ShopLists />
    </Section>
  );
}

/** The shops by marketplace, with what can be done with each. */
export function ShopLists() {
  const t = useT();
  const { api, markets } = useApp();
  const {
    value: shops,
    problem,
    again,
  } = useReading(
    useCallback(() => api.shops.list(), [api]),
    isAboutShops,
  );
  const [changeProblem, setChangeProblem] = useState<ApiProblem | null>(null);

  const run = async (work: Promise<Result<unknown, ApiProblem>>) => {
    const done = await work;
    setChangeProblem(done.ok ? null : done.error);
    await again();
    return done.ok;
  };
  return (
    <>
      <p className={styles.help}>{t('settings.shops.help')}</p>
      {changeProblem && <ProblemPanel problem={changeProblem} />}
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!shops && !problem && <Skeleton label={t('settings.loading')} />}
      {shops &&
        markets.map((id) => {
          const market = marketLabel(t, id);
          const own = shops.filter((shop) => shop.marketplace === id);
          return (
            <div key={id} className={styles.market}>
              <h3>{market}</h3>
              {own.length === 0 ? (
                <p className={styles.help}>{t('settings.shops.none', { market })}</p>
              ) : (
                <ul className={styles.plain} aria-label={t('settings.shops.list', { market })}>
                  {own.map((shop) => (
                    <ShopEntry
                      key={shop.id}
                      shop={shop}
                      onProfile={(profile) => run(api.shops.setProfile({ id: shop.id, profile }))}
                      onRename={(name) => run(api.shops.rename({ id: shop.id, name }))}
                      onRemove={() => run(api.shops.remove({ id: shop.id }))}
                    />
                  ))}
                </ul>
              )}
              <AddShop market={market} onAdd={(name) => run(api.shops.add({ marketplace: id, name }))} />
            </div>
          );
        })}
    </>
  );
}
