import { useEffect, useRef } from 'react';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { ExportButtons } from './export-buttons';
import { RemoveForm } from './remove-form';
import { SignForm } from './sign-form';
import { TagForm } from './tag-form';
import type { TemplateEntry } from './template-entries';
import styles from './templates.module.css';
import type { DeskState } from './use-template-desk';

/** What is asked about the selected replies. */
export type BulkPanel = 'tag' | 'sign' | 'remove';

/** What can be done to all selected replies at once. */
export function BulkBar(props: {
  readonly state: DeskState;
  readonly selected: readonly TemplateEntry[];
  readonly panel: BulkPanel | null;
  readonly onPanel: (panel: BulkPanel | null) => void;
  readonly onClear: () => void;
  readonly onDuplicate: (entry: TemplateEntry) => void;
  readonly onSaid: (words: string) => void;
  readonly onRemoved: (ids: readonly string[]) => void;
}) {
  const t = useT();
  const { state, selected, panel, onPanel, onClear, onDuplicate, onSaid, onRemoved } = props;
  const box = useRef<HTMLElement>(null);
  const ids = selected.map(({ id }) => id);
  const count = selected.length;
  const [only] = count === 1 ? selected : [];

  // A question takes the focus; its first control answers it or leads to the answer.
  useEffect(() => {
    if (panel) box.current?.querySelector<HTMLElement>('[data-panel] :is(input, button)')?.focus();
  }, [panel]);

  const use = async (on: boolean) => {
    if (await state.run(state.api.use({ ids, on }))) onSaid(t(`templates.bulk.${on ? 'nowOn' : 'nowOff'}`, { count }));
  };
  const leave = () => {
    box.current?.querySelector<HTMLElement>(`[data-opens="${panel}"]`)?.focus();
    onPanel(null);
  };
  const done = (words: string) => {
    onSaid(words);
    leave();
  };
  const opener = (which: BulkPanel) => (
    <Button data-opens={which} aria-expanded={panel === which} onClick={() => onPanel(panel === which ? null : which)}>
      {t(`templates.bulk.${which}`)}
    </Button>
  );
  return (
    <section ref={box} className={styles.bulk} aria-label={t('templates.bulk.label')}>
      <div className={styles.buttons}>
        <b>{t('templates.bulk.selected', { count })}</b>
        <Button onClick={() => void use(true)}>{t('templates.bulk.on')}</Button>
        <Button onClick={() => void use(false)}>{t('templates.bulk.off')}</Button>
        {opener('tag')}
        {opener('sign')}
        <ExportButtons entries={selected} what="selected" onSaid={onSaid} />
        {only && <Button onClick={() => onDuplicate(only)}>{t('templates.bulk.duplicate')}</Button>}
        {opener('remove')}
        <Button onClick={onClear}>{t('templates.bulk.clear')}</Button>
      </div>
      {panel === 'tag' && <TagForm state={state} selected={selected} onDone={done} onCancel={leave} />}
      {panel === 'sign' && <SignForm state={state} selected={selected} onDone={done} onCancel={leave} />}
      {panel === 'remove' && <RemoveForm state={state} selected={selected} onRemoved={onRemoved} onCancel={leave} />}
    </section>
  );
}
