import type { ShopId } from '@/utils/domain/ids';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { BuyerGroupsSection } from './buyer-groups-section';
import { RadarSection } from './radar-section';
import { useLongView } from './use-long-view';

/** What looks further back than the report: read after it, so that nobody waits for it. */
export function LongViewSections({ shopId, to }: { readonly shopId: ShopId | null; readonly to: string }) {
  const t = useT();
  const { value, problem, again } = useLongView(shopId, to);
  if (problem) return <ProblemPanel problem={problem} onRetry={() => void again()} />;
  if (!value) return <Skeleton label={t('radar.loading')} bars={3} />;
  return (
    <>
      <RadarSection radar={value.radar} to={to} titles={value.titles} shopId={shopId} />
      <BuyerGroupsSection groups={value.groups} />
    </>
  );
}
