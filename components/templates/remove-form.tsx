import { onEscape } from '../content/keys';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import type { TemplateEntry } from './template-entries';
import styles from './templates.module.css';
import type { DeskState } from './use-template-desk';

/** Asks before own replies are removed or changed ones get their shipped words back; shipped ones can only be put out of use. */
export function RemoveForm(props: {
  readonly state: DeskState;
  readonly selected: readonly TemplateEntry[];
  readonly onRemoved: (ids: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { state, selected, onRemoved, onCancel } = props;
  const idsOf = (origin: string) => selected.filter(({ listed }) => listed.origin === origin).map(({ id }) => id);
  const [own, changed, shipped] = [idsOf('own'), idsOf('changed'), idsOf('shipped')];
  const remove = async (ids: readonly string[]) => {
    if (await state.run(state.api.remove({ ids }))) onRemoved(ids);
  };
  return (
    // The key handler only closes; the controls inside are what a person works with.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.panel}
      data-panel
      role="group"
      aria-label={t('templates.remove.label')}
      onKeyDown={(event) => onEscape(event, onCancel)}
    >
      {own.length > 0 && <p className={styles.note}>{t('templates.remove.own', { count: own.length })}</p>}
      {changed.length > 0 && <p className={styles.note}>{t('templates.remove.changed', { count: changed.length })}</p>}
      {shipped.length > 0 && <p className={styles.note}>{t('templates.remove.shipped', { count: shipped.length })}</p>}
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('templates.remove.keep')}</Button>
        {own.length > 0 && (
          <Button onClick={() => void remove(own)}>{t('templates.remove.removeOwn', { count: own.length })}</Button>
        )}
        {changed.length > 0 && (
          <Button onClick={() => void remove(changed)}>
            {t('templates.remove.shippedWords', { count: changed.length })}
          </Button>
        )}
      </div>
    </div>
  );
}
