import { drawWith } from '../parts/draw-with';
import type { MountPart } from '../parts/offered-parts';
import { Understanding } from './understanding';

/** Draws what was written, explained. */
export const drawMeaning = (css: string): MountPart =>
  drawWith(css, 'meaning', ({ model, actions }) => <Understanding model={model} actions={actions} />);
