import type { Translate } from '@/components/ui/translate';
import type { AssistantActions, AssistantModel } from '../model';

/** Parts of the interface that most conversations never open; their script is loaded when one is. */
export type PartName = 'notes' | 'health';

/** What every part is drawn from. */
export interface PartProps {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
  readonly translate: Translate;
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
