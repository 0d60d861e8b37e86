import { useCallback, useMemo } from 'react';
import type { ShopId } from '@/utils/domain/ids';
import { useApp } from '../dashboard/app-context';
import { isAboutShops, useReading } from '../dashboard/use-reading';
import { useT } from '../ui/translate';
import { marketLabel } from './labels';

/** Gives the words for the shop of a record: marketplace and name, or that the shop was removed. */
export function useShopLabels(): (id: ShopId) => string {
  const t = useT();
  const { api } = useApp();
  const { value: shops } = useReading(
    useCallback(() => api.shops.list(), [api]),
    isAboutShops,
  );
  return useMemo(() => {
    const byId = new Map((shops ?? []).map((shop) => [shop.id, shop]));
    return (id) => {
      const shop = byId.get(id);
      if (shop) return t('buyers.shop.label', { market: marketLabel(t, shop.marketplace), shop: shop.name });
      return shops ? t('buyers.shop.removed') : '';
    };
  }, [shops, t]);
}
