import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { ShopId } from '@/utils/domain/ids';
import type { ProductCard } from '@/utils/domain/products/product-card';
import { useShopLabels } from '../customers/use-shop-labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutShops, useReading } from '../dashboard/use-reading';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { CardForm } from './card-form';
import { cardName, CardTable } from './card-table';
import { ImportCards } from './import-cards';
import styles from './products.module.css';
import { useCards } from './use-cards';

type Open = { readonly kind: 'none' | 'new' | 'import' } | { readonly kind: 'card'; readonly card: ProductCard };

/** Name of the file: the day here, as ISO 8601; Swedish writes dates that way. */
const fileName = (): string => `parley-products-${new Date().toLocaleDateString('sv')}.csv`;

/** All product cards: search, write, import, export, remove with undo. Stands inside an `AppPage`. */
export function ProductCards() {
  const t = useT();
  const { api, saveFile } = useApp();
  const list = useCards();
  const { value, problem, again } = list;
  const shopLabel = useShopLabels();
  const { value: shops } = useReading(
    useCallback(() => api.shops.list(), [api]),
    isAboutShops,
  );
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const [removed, setRemoved] = useState<ProductCard | null>(null);
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const [said, setSaid] = useState('');
  const box = useRef<HTMLElement>(null);
  const goTo = useRef('');

  // Focus follows what was done: back to the card that was edited, or on to undoing.
  useEffect(() => {
    if (goTo.current === '') return;
    const target = box.current?.querySelector<HTMLElement>(goTo.current);
    if (!target) return;
    target.focus();
    goTo.current = '';
  });

  const cards = value?.cards ?? [];
  const target: ShopId | undefined = list.shopId ?? (shops?.length === 1 ? shops[0]?.id : undefined);
  const close = (focus: string) => {
    goTo.current = focus;
    setOpen({ kind: 'none' });
  };
  const remove = async (card: ProductCard) => {
    const gone = await api.products.remove({ id: card.id });
    setFailed(gone.ok ? null : gone.error);
    if (!gone.ok) return;
    if (open.kind === 'card' && open.card.id === card.id) setOpen({ kind: 'none' });
    goTo.current = '[data-undo]';
    setSaid('');
    setRemoved(card);
  };
  const undo = async (card: ProductCard) => {
    const back = await api.products.save(card);
    setFailed(back.ok ? null : back.error);
    if (!back.ok) return;
    goTo.current = `[data-edit="${CSS.escape(card.id)}"]`;
    setRemoved(null);
    setSaid(t('convert.products.undone', { card: cardName(card) }));
  };
  const save = async () => {
    const all = await api.products.forExport(list.shopId ? { shopId: list.shopId } : {});
    setFailed(all.ok ? null : all.error);
    if (!all.ok) return;
    const { writeCsv } = await import('./csv-text');
    const name = fileName();
    saveFile({ name, text: writeCsv(all.value), type: 'text/csv' });
    setSaid(t('convert.products.exported', { file: name, count: all.value.length }));
  };
  const isSearching = list.search.trim() !== '';
  const chosenShop = shops && shops.length > 1;
  return (
    <section ref={box} className={styles.cards} aria-label={t('convert.products.title')}>
      <div className={styles.bar}>
        <Field label={t('convert.products.search')}>
          {(control) => (
            <input
              {...control}
              type="search"
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              placeholder={t('convert.products.searchFor')}
              value={list.search}
              onChange={(event) => list.setSearch(event.currentTarget.value)}
            />
          )}
        </Field>
        {chosenShop && (
          <Field label={t('convert.products.shop')}>
            {(control) => (
              <select
                {...control}
                value={list.shopId ?? ''}
                onChange={(event) => {
                  const { value: id } = event.currentTarget;
                  list.setShop(shops.find((shop) => shop.id === id)?.id ?? null);
                  setOpen({ kind: 'none' });
                }}
              >
                <option value="">{t('convert.products.allShops')}</option>
                {shops.map((shop) => (
                  <option key={shop.id} value={shop.id}>
                    {shopLabel(shop.id)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <span className={styles.buttons}>
          <Button data-new disabled={!target} onClick={() => setOpen({ kind: 'new' })}>
            {t('convert.products.new')}
          </Button>
          <Button
            data-import
            disabled={!target}
            aria-expanded={open.kind === 'import'}
            onClick={() => setOpen({ kind: open.kind === 'import' ? 'none' : 'import' })}
          >
            {t('convert.products.import.open')}
          </Button>
          <Button disabled={cards.length === 0} onClick={() => void save()}>
            {t('convert.products.export')}
          </Button>
        </span>
      </div>
      {shops?.length === 0 && <Notice tone="info">{t('convert.products.noShop')}</Notice>}
      {chosenShop && !target && <p className={styles.quiet}>{t('convert.products.chooseShop')}</p>}
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {failed && <ProblemPanel problem={failed} />}
      {removed && (
        <Notice
          tone="info"
          actions={
            <Button data-undo onClick={() => void undo(removed)}>
              {t('convert.products.undo')}
            </Button>
          }
        >
          {t('convert.products.removed', { card: cardName(removed) })}
        </Notice>
      )}
      {open.kind === 'import' && target && <ImportCards key={target} shopId={target} shop={shopLabel(target)} />}
      {open.kind === 'new' && target && (
        <CardForm
          key="new"
          card={null}
          shopId={target}
          onSaved={(card) => {
            setSaid(t('convert.products.saved', { card: cardName(card) }));
            close('[data-new]');
          }}
          onClose={() => close('[data-new]')}
        />
      )}
      {open.kind === 'card' && (
        <CardForm
          key={open.card.id}
          card={open.card}
          shopId={open.card.shopId}
          onSaved={(card) => {
            setSaid(t('convert.products.saved', { card: cardName(card) }));
            close(`[data-edit="${CSS.escape(card.id)}"]`);
          }}
          onClose={() => close(`[data-edit="${CSS.escape(open.card.id)}"]`)}
        />
      )}
      <p className={styles.quiet} role="status">
        {said ||
          (value &&
            cards.length > 0 &&
            t(value.hasMore ? 'convert.products.first' : 'convert.products.count', { count: cards.length }))}
      </p>
      {!value && !problem && <Skeleton label={t('convert.products.loading')} bars={5} />}
      {value && cards.length === 0 && !isSearching && (
        <EmptyState title={t('convert.products.empty.title')} next={t('convert.products.empty.next')} />
      )}
      {value && cards.length === 0 && isSearching && (
        <EmptyState title={t('convert.products.nothing.title')} next={t('convert.products.nothing.next')}>
          <Button onClick={() => list.setSearch('')}>{t('convert.products.nothing.clear')}</Button>
        </EmptyState>
      )}
      {cards.length > 0 && (
        <CardTable
          cards={cards}
          shopLabel={chosenShop && list.shopId === null ? shopLabel : null}
          onEdit={(card) => {
            setSaid('');
            setOpen({ kind: 'card', card });
          }}
          onRemove={(card) => void remove(card)}
        />
      )}
      {value?.hasMore && (
        <div>
          <Button onClick={list.showMore}>{t('convert.products.more')}</Button>
        </div>
      )}
    </section>
  );
}
