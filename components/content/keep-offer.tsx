import { useEffect, useRef, useState } from 'react';
import { productFieldOf } from '@/utils/domain/replies/product-variables';
import type { AssistantActions, Keepable } from './model';
import { variableLabel } from './labels';
import { listenForKeepKey } from './session/shortcuts';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

/** What became of it; shown as `page.keep.<outcome>`. */
type Outcome = 'done' | 'failed' | 'contact';

function outcomeOf(kept: readonly Awaited<ReturnType<AssistantActions['keepProductValue']>>[]): Outcome {
  const failed = kept.flatMap((one) => (one.ok ? [] : [one.error]));
  if (failed.length === 0) return 'done';
  return failed.every((error) => error.kind === 'invalid' && error.why === 'contact') ? 'contact' : 'failed';
}

/**
 * Offers to keep what was typed for a reply on the product's card, so that it is never typed again. It stands beside what
 * was inserted and waits for nobody: the next conversation or a "not now" takes it away.
 */
export function KeepOffer(props: {
  readonly keepable: Keepable;
  readonly actions: Pick<AssistantActions, 'keepProductValue'>;
}) {
  const t = useT();
  const { keepable, actions } = props;
  const [phase, setPhase] = useState<'asking' | 'saving' | Outcome | 'gone'>('asking');
  const names = Object.keys(keepable.values);

  const keepOne = (name: string) =>
    actions.keepProductValue({
      item: keepable.item,
      field: productFieldOf(name) ?? name,
      value: keepable.values[name] ?? '',
    });
  const keep = async () => {
    setPhase('saving');
    const kept = await Promise.all(names.map((name) => keepOne(name)));
    setPhase(outcomeOf(kept));
  };
  const keepNow = useRef(keep);
  keepNow.current = keep;
  useEffect(() => setPhase('asking'), [keepable]);
  useEffect(() => {
    if (phase !== 'asking') return;
    const life = new AbortController();
    listenForKeepKey(life.signal, () => void keepNow.current());
    return () => life.abort();
  }, [phase, keepable]);

  if (phase === 'gone') return null;
  const isOver = phase === 'done' || phase === 'failed' || phase === 'contact';
  return (
    <div className="p-line p-keep" role="group" aria-label={t('page.keep.yes')}>
      <p aria-live="polite">
        {isOver ? (
          <>
            <Icon name={phase === 'done' ? 'check' : 'warn'} />
            {t(`page.keep.${phase}`)}
          </>
        ) : (
          names.map((name) => (
            <span key={name} dir="auto">
              {t('page.keep.ask', { name: variableLabel(t, name), value: keepable.values[name] ?? '' })}
            </span>
          ))
        )}
      </p>
      {!isOver && (
        <button
          type="button"
          className="p-primary"
          aria-keyshortcuts="Alt+Shift+K"
          title={t('page.keep.key')}
          disabled={phase === 'saving'}
          onClick={() => void keep()}
        >
          {t('page.keep.yes')}
        </button>
      )}
      <button
        type="button"
        className={isOver ? 'p-tool' : 'p-button'}
        aria-label={t(isOver ? 'page.notice.dismiss' : 'page.keep.no')}
        onClick={() => setPhase('gone')}
      >
        {isOver ? <Icon name="close" /> : t('page.keep.no')}
      </button>
    </div>
  );
}
