import { useState, type KeyboardEvent } from 'react';
import { isComposing } from '../content/keys';
import { marketLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { HoldChoice } from '../settings/hold-section';
import { LanguageChoices } from '../settings/language-section';
import { MarketChoices } from '../settings/market-section';
import { ShopLists } from '../settings/shop-section';
import { SiteAccess } from '../settings/site-access';
import { WatchChoice } from '../settings/watch-section';
import { WorkChoice } from '../settings/work-section';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { sellerPagesOf } from './seller-pages';
import type { StepProps } from './step';
import styles from './welcome.module.css';

const LONGEST_INITIALS = 8;

/** The language of the interface, and the one replies are explained in. */
export function LanguagesStep(props: StepProps) {
  const t = useT();
  return (
    <>
      <LanguageChoices {...props} />
      <p className={styles.quiet}>{t('welcome.languages.buyers')}</p>
    </>
  );
}

/** Where Parley may look, and the browser's question about it. */
export function MarketsStep(props: StepProps) {
  const t = useT();
  const { siteAccess } = useApp();
  return (
    <>
      <p className={styles.promise}>{t('welcome.markets.promise')}</p>
      <MarketChoices {...props} />
      <SiteAccess access={siteAccess} look="full" />
    </>
  );
}

/** Alone or at a desk, whose initials stand under what is written, and whether a risky message is held. */
export function WorkStep({ settings, onSave }: StepProps) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const initials = typed?.trim() ?? settings.initials;
    if (initials !== settings.initials) onSave({ initials });
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !isComposing(event)) keep();
  };
  return (
    <>
      <WorkChoice settings={settings} onSave={onSave} />
      <div className={styles.narrow}>
        <Field label={t('settings.you.initials')}>
          {(control) => (
            <input
              {...control}
              dir="auto"
              autoComplete="off"
              maxLength={LONGEST_INITIALS}
              value={typed ?? settings.initials}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onBlur={keep}
              onKeyDown={onKeyDown}
            />
          )}
        </Field>
        <p className={styles.quiet}>{t('welcome.work.initialsHelp')}</p>
      </div>
      <div className={styles.tight}>
        <HoldChoice />
      </div>
    </>
  );
}

/** The seller pages of the marketplaces that are on; each opens in a tab of its own by the agent's own click. */
export function PageStep({ settings, onSave }: StepProps) {
  const t = useT();
  const { markets } = useApp();
  const on = markets.filter((id) => !settings.marketsOff.includes(id));
  return (
    <>
      {on.length === 0 && <p className={styles.quiet}>{t('welcome.page.none')}</p>}
      {on.map((id) => (
        <nav key={id} aria-label={t('welcome.page.of', { market: marketLabel(t, id) })}>
          <h3>{marketLabel(t, id)}</h3>
          <ul className={styles.pages}>
            {sellerPagesOf(id).map(({ url, name }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noreferrer" dir="ltr">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
      <p className={styles.quiet}>{t('welcome.page.bar')}</p>
      <details>
        <summary>{t('settings.watch.label')}</summary>
        <WatchChoice settings={settings} onSave={onSave} />
      </details>
    </>
  );
}

/** The shops and what their replies have in common; a shop that is not there yet turns up with its first page. */
export function ShopStep() {
  const t = useT();
  return (
    <>
      <ShopLists />
      <p className={styles.quiet}>{t('welcome.shop.later')}</p>
    </>
  );
}
