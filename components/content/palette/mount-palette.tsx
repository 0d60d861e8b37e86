import { drawWith } from '../parts/draw-with';
import type { MountPart } from '../parts/offered-parts';
import { Palette } from './palette';

/** Draws the palette and the sentence picker. */
export const drawPalette = (css: string): MountPart =>
  drawWith(css, 'palette', ({ model, actions }) => model.palette && <Palette model={model} actions={actions} />);
