import type { Translate } from '@/components/ui/translate';
import type { AssistantActions, AssistantModel, ShownFinding } from '../model';

/** Parts of the interface that most conversations never open; their script is loaded when one is. */
export type PartName = 'notes' | 'health' | 'conversions' | 'issues' | 'finding';

/** What every part is drawn from. */
export interface PartProps {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
  readonly translate: Translate;
  /** The finding the pointer rests on; only `finding` shows it. */
  readonly pointed?: PointedPart;
}

/** A finding, where its words are, and what to do when the pointer comes and goes. */
export interface PointedPart {
  readonly finding: ShownFinding;
  readonly anchor: Pick<DOMRectReadOnly, 'left' | 'right' | 'top' | 'bottom'>;
  readonly onClose: () => void;
  readonly onHover: (isInside: boolean) => void;
}

/** A part that is on screen. */
export interface MountedPart {
  readonly update: (props: PartProps) => void;
  readonly unmount: () => void;
}

/** Puts a part into an element. */
export type MountPart = (name: PartName, container: Element) => MountedPart;

/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  /** Not named after its script: the bundler declares a global of that name, which would take its place. */
  partsOfParley?: MountPart;
}

const world = globalThis as SharedWorld;

/** Lets the conversation's script put parts on screen. */
export const offerParts = (mount: MountPart): void => void (world.partsOfParley = mount);

/** How to put parts on screen; undefined until their script is there. */
export const offeredParts = (): MountPart | undefined => world.partsOfParley;
