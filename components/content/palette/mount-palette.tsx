import { drawWith } from '../parts/draw-with';
import { ReportForm } from '../report/report-form';
import type { MountPart } from '../parts/offered-parts';
import { Palette } from './palette';

/** Draws what a key calls up: the palette with its sentence picker, and the form for a problem. */
export const drawPalette = (css: string): MountPart =>
  drawWith(css, 'palette', ({ name, model, actions }) =>
    name === 'report' ? (
      <ReportForm uiLang={model.uiLang} actions={actions} />
    ) : (
      model.palette && <Palette model={model} actions={actions} />
    ),
  );
