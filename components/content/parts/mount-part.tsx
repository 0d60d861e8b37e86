import { createRoot } from 'react-dom/client';
import { TranslateProvider } from '@/components/ui/translate';
import { BuyerNotes } from '../buyer-notes';
import { ConversionList } from '../conversion-list';
import { FindingPopover } from '../finding-popover';
import { IssueList } from '../issue-list';
import { PageHealthList } from '../page-health';
import type { MountPart, PartName, PartProps } from './offered-parts';

function Part({ name, model, actions, pointed }: PartProps & { readonly name: PartName }) {
  switch (name) {
    case 'notes':
      return <BuyerNotes notes={model.notes} uiLang={model.uiLang} actions={actions} />;
    case 'conversions':
      return <ConversionList conversions={model.conversions} onInsert={actions.insertConversion} />;
    case 'issues':
      return <IssueList check={model.check} uiLang={model.uiLang} actions={actions} />;
    case 'finding':
      return pointed ? <FindingPopover {...pointed} uiLang={model.uiLang} actions={actions} /> : null;
    case 'health':
      return <PageHealthList model={model} />;
  }
}

/** Styles of the parts, once in each root of Parley's. */
function addStyles(css: string, container: Element): void {
  const root = container.getRootNode();
  const holder = root instanceof ShadowRoot ? root : document.head;
  if (css === '' || holder.querySelector('style[data-parts]')) return;
  const style = document.createElement('style');
  style.dataset['parts'] = '';
  style.textContent = css;
  holder.append(style);
}

/** Draws parts, each in a root of its own, with the styles that only they need. */
export const drawParts =
  (css: string): MountPart =>
  (name, container) => {
    addStyles(css, container);
    const root = createRoot(container);
    return {
      update: (props) =>
        root.render(
          <TranslateProvider value={props.translate}>
            <Part name={name} {...props} />
          </TranslateProvider>,
        ),
      // Later: React refuses to take a root away while it draws another one.
      unmount: () => queueMicrotask(() => root.unmount()),
    };
  };
