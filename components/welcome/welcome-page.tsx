import { useEffect, useRef, useState, type ComponentType, type KeyboardEvent } from 'react';
import { isComposing } from '../content/keys';
import { ProblemPanel } from '../dashboard/problem-panel';
import { hrefOfPage } from '../dashboard/route';
import { useSettings } from '../settings/use-settings';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { PracticeStep } from './practice-step';
import { stepNames, type StepName, type StepProps } from './step';
import { LanguagesStep, MarketsStep, PageStep, ShopStep, WorkStep } from './steps';
import styles from './welcome.module.css';

const views: Readonly<Record<StepName, ComponentType<StepProps>>> = {
  languages: LanguagesStep,
  markets: MarketsStep,
  work: WorkStep,
  practice: PracticeStep,
  page: PageStep,
  shop: ShopStep,
};
const last = stepNames.length - 1;

/** Controls with an Enter of their own. */
const OWN_ENTER = 'a, button, select, textarea, form, dialog';

/** The first steps, one at a time: all of them can be skipped, left with Esc and gone on with later. */
export function WelcomePage() {
  const t = useT();
  const { settings, problem, again, save, saveProblem } = useSettings();
  const begun = settings?.setUp?.state === 'begun' ? settings.setUp.step : 0;
  const [chosen, setChosen] = useState<number | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const at = Math.min(chosen ?? begun, last);
  const isThere = settings !== undefined;
  const isFirstOpened = isThere && settings.setUp === null;

  useEffect(() => {
    if (isThere) heading.current?.focus();
  }, [at, isThere]);

  useEffect(() => {
    if (isFirstOpened) void save({ setUp: { state: 'begun', step: 0 } });
    // Only the moment of the first opening counts; `save` is another function each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isFirstOpened]);

  if (!settings)
    return problem ? (
      <ProblemPanel problem={problem} onRetry={() => void again()} />
    ) : (
      <Skeleton label={t('welcome.loading')} bars={5} />
    );

  const goTo = (step: number) => {
    setChosen(step);
    void save({ setUp: { state: 'begun', step } });
  };
  const leave = () => {
    window.location.hash = hrefOfPage('today');
  };
  const finish = async () => {
    await save({ setUp: { state: 'done', step: last } });
    leave();
  };
  const goOn = () => (at === last ? void finish() : goTo(at + 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && event.target instanceof Element && !event.target.closest(OWN_ENTER)) goOn();
    else return;
    event.preventDefault();
  };
  const name = stepNames[at] ?? 'languages';
  const Step = views[name];
  return (
    // Keys of the whole step; every control in it can be reached and pressed without them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.page} onKeyDown={onKeyDown}>
      <p className={styles.progress}>
        <progress max={stepNames.length} value={at + 1} aria-hidden="true" />
        {t('welcome.progress', { step: at + 1, all: stepNames.length })}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {t(`welcome.${name}.title`)}
      </h2>
      <p>{t(`welcome.${name}.lead`)}</p>
      {saveProblem && <ProblemPanel problem={saveProblem} />}
      <div key={name} className={styles.step}>
        <Step settings={settings} onSave={(change) => void save(change)} />
      </div>
      <div className={styles.foot}>
        {at > 0 && <Button onClick={() => goTo(at - 1)}>{t('welcome.back')}</Button>}
        <Button look="primary" onClick={goOn}>
          {t(at === last ? 'welcome.finish' : 'welcome.next')}
        </Button>
        {at < last && <Button onClick={() => goTo(at + 1)}>{t('welcome.skip')}</Button>}
        <Button className={styles.leave ?? ''} aria-keyshortcuts="Escape" onClick={leave}>
          {t('welcome.leave')}
        </Button>
      </div>
      <p className={styles.quiet}>{t('welcome.keys')}</p>
    </div>
  );
}
