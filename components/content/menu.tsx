import { useEffect, useRef, useState } from 'react';
import type { AssistantActions, AssistantModel } from './model';
import { ConversionList } from './conversion-list';
import { PageHealthList } from './page-health';
import { takeFocus } from './take-focus';
import { useT } from '../ui/translate';

/** The quiet things, and below 420 px what the bar has no room for. */
export function Menu(props: { readonly model: AssistantModel; readonly actions: AssistantActions }) {
  const t = useT();
  const { model, actions } = props;
  const [isHealthShown, setHealthShown] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => takeFocus(first.current), []);
  return (
    <>
      <div className="p-menu">
        <button ref={first} type="button" className="p-button" data-first onClick={() => actions.setCollapsed(true)}>
          {t('page.menu.collapse')}
        </button>
        {model.watchingUntil === null && (
          <button type="button" className="p-button" onClick={() => actions.showPalette('reply')}>
            {t('palette.menu')}
          </button>
        )}
        <button
          type="button"
          className="p-button"
          aria-keyshortcuts="Shift+Alt+P"
          title={t('page.menu.reportKey')}
          onClick={() => actions.showReport?.(true)}
        >
          {t('page.report.title')}
        </button>
        <button type="button" className="p-button p-narrow" onClick={actions.openNotes}>
          {t('notes.button.label')}
        </button>
        {model.health === 'good' && (
          <button
            type="button"
            className="p-button"
            aria-expanded={isHealthShown}
            onClick={() => setHealthShown(!isHealthShown)}
          >
            {t('page.health.good')}
          </button>
        )}
      </div>
      {model.health === 'good' && isHealthShown && <PageHealthList model={model} />}
      {model.conversions.length > 0 && (
        <div className="p-narrow">
          <ConversionList
            conversions={model.conversions}
            onInsert={(conversion) => actions.insertConversion(model.conversions.indexOf(conversion))}
          />
        </div>
      )}
    </>
  );
}
