import { BuyerNotes } from '../buyer-notes';
import { ConversionList } from '../conversion-list';
import { ConversionMarks } from '../conversion-marks';
import { KeepOffer } from '../keep-offer';
import { Menu } from '../menu';
import { PageHealthList } from '../page-health';
import { drawWith, type NamedPart } from './draw-with';
import type { MountPart } from './offered-parts';

function Part({ name, model, actions, words }: NamedPart) {
  switch (name) {
    case 'notes':
      return <BuyerNotes notes={model.notes} record={model.record} uiLang={model.uiLang} actions={actions} />;
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
      return words && !model.collapsed && <ConversionMarks model={model} actions={actions} words={words} />;
    case 'keep':
      return model.keepable && <KeepOffer keepable={model.keepable} actions={actions} />;
    case 'health':
      return <PageHealthList model={model} />;
    default:
      // The check has a script of its own.
      return null;
  }
}

/** Draws the parts that are seldom opened. */
export const drawParts = (css: string): MountPart => drawWith(css, 'parts', (part) => <Part {...part} />);
