import { createRoot } from 'react-dom/client';
import { TranslateProvider } from '@/components/ui/translate';
import { BuyerNotes } from '../buyer-notes';
import { ConversionList } from '../conversion-list';
import { ConversionMarks } from '../conversion-marks';
import { PointedFinding } from '../pointed-finding';
import { IssueList } from '../issue-list';
import { KeepOffer } from '../keep-offer';
import { Menu } from '../menu';
import { PageHealthList } from '../page-health';
import type { MountPart, PartName, PartProps } from './offered-parts';

function Part({ name, model, actions, words }: PartProps & { readonly name: PartName }) {
  switch (name) {
    case 'notes':
      return <BuyerNotes notes={model.notes} uiLang={model.uiLang} actions={actions} />;
    case 'conversions':
      return (
        <ConversionList
          conversions={model.conversions}
          onInsert={(conversion) => actions.insertConversion(model.conversions.indexOf(conversion))}
        />
      );
    case 'menu':
      return <Menu model={model} actions={actions} />;
    case 'words':
      return (
        words && (
          <>
            <PointedFinding model={model} actions={actions} words={words} />
            {!model.collapsed && <ConversionMarks model={model} actions={actions} words={words} />}
          </>
        )
      );
    case 'keep':
      return model.keepable && <KeepOffer keepable={model.keepable} actions={actions} />;
    case 'issues':
      return <IssueList check={model.check} uiLang={model.uiLang} actions={actions} />;
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
