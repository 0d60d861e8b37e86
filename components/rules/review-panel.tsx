import { useCallback, useState } from 'react';
import type { DeskView } from '@/utils/app/rules-api';
import { brandAs } from '@/utils/domain/ids';
import { momentLabel } from '../content/labels';
import { useShopLabels } from '../customers/use-shop-labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutRules, useReading } from '../dashboard/use-reading';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import styles from './rules.module.css';
import type { DeskState } from './use-desk';
import { useRuleNames } from './use-rule-names';

const PAGE = 50;
/** The most the store gives at once. */
const MOST = 200;

function Mutes({ state, nameOf }: { readonly state: DeskState; readonly nameOf: (id: string) => string }) {
  const t = useT();
  const { uiLang } = useApp();
  const { view, api, run } = state;
  const [said, setSaid] = useState('');
  const unmute = async ({ rule }: DeskView['mutes'][number]) => {
    if (await run(api.unmute({ rule }))) setSaid(t('rules.review.unmuted', { title: nameOf(rule) }));
  };
  return (
    <section className={styles.stack} aria-label={t('rules.review.mutes')}>
      <h2>{t('rules.review.mutes')}</h2>
      <p className={styles.lead}>{t('rules.review.mutesHelp')}</p>
      <p className={styles.quiet} role="status">
        {said}
      </p>
      {view.mutes.length === 0 && <p>{t('rules.review.noMutes')}</p>}
      {view.mutes.length > 0 && (
        <table className={styles.table} aria-label={t('rules.review.mutes')}>
          <thead>
            <tr>
              {['rule', 'reason', 'agent', 'until'].map((column) => (
                <th key={column} scope="col">
                  {t(`rules.review.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {view.mutes.map((mute) => (
              <tr key={`${mute.by}:${mute.rule}`} data-rule={mute.rule}>
                <th scope="row">
                  <bdi>{nameOf(mute.rule)}</bdi>
                </th>
                <td dir="auto">{mute.reason}</td>
                <td>{mute.initials || t('rules.review.me')}</td>
                <td>{momentLabel(mute.until, uiLang)}</td>
                <td>
                  <Button
                    aria-label={t('rules.review.unmuteOf', { title: nameOf(mute.rule) })}
                    onClick={() => void unmute(mute)}
                  >
                    {t('rules.review.unmute')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Overrides({ nameOf }: { readonly nameOf: (id: string) => string }) {
  const t = useT();
  const { api, uiLang } = useApp();
  const shopLabel = useShopLabels();
  const [limit, setLimit] = useState(PAGE);
  const { value, problem, again } = useReading(
    useCallback(() => api.rules.overrides({ limit }), [api, limit]),
    isAboutRules,
  );
  return (
    <section className={styles.stack} aria-label={t('rules.review.overrides')}>
      <h2>{t('rules.review.overrides')}</h2>
      <p className={styles.lead}>{t('rules.review.overridesHelp')}</p>
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!value && !problem && <Skeleton label={t('rules.review.loading')} bars={4} />}
      {value?.length === 0 && <p>{t('rules.review.noOverrides')}</p>}
      {value && value.length > 0 && (
        <table className={styles.table} aria-label={t('rules.review.overrides')}>
          <thead>
            <tr>
              {['date', 'agent', 'shop', 'rules', 'reason'].map((column) => (
                <th key={column} scope="col">
                  {t(`rules.review.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.map(({ id, at, initials, shopId, rules, reason }) => (
              <tr key={id}>
                <td>{momentLabel(at, uiLang)}</td>
                <td>{initials || t('rules.review.me')}</td>
                <td>{shopId === '' ? t('rules.review.noShop') : shopLabel(brandAs<'ShopId'>(shopId))}</td>
                <td>
                  {rules.map((rule) => (
                    <div key={rule} data-rule={rule}>
                      <bdi>{nameOf(rule)}</bdi>
                    </div>
                  ))}
                </td>
                <td dir="auto">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {value?.length === limit && limit < MOST && (
        <div>
          <Button onClick={() => setLimit(MOST)}>{t('rules.review.more')}</Button>
        </div>
      )}
    </section>
  );
}

/** What agents have muted and what was sent against a rule, for whoever answers for the desk. */
export function ReviewPanel({ state, isOpen }: { readonly state: DeskState; readonly isOpen: boolean }) {
  const nameOf = useRuleNames(state);
  return (
    <div className={styles.panel}>
      <Mutes state={state} nameOf={nameOf} />
      {isOpen && <Overrides nameOf={nameOf} />}
    </div>
  );
}
