import type { Translate } from '@/components/ui/translate';
import type { ShownText } from '@/utils/page/word-marks';
import type { AssistantActions, AssistantModel, ShownFinding } from '../model';

/** Parts of the interface that most conversations never open; their script is loaded when one is. */
type SeldomPart = 'notes' | 'health' | 'conversions' | 'menu' | 'words' | 'keep';

/** What people see of the message check; it comes with the check's own script. */
export type CheckPart = 'issues' | 'finding' | 'held';

/** Every part that is not in the conversation's script. */
export type PartName = SeldomPart | CheckPart | 'palette' | 'report' | 'meaning';

/** What every part is drawn from. */
export interface PartProps {
  readonly model: AssistantModel;
  readonly actions: AssistantActions;
  readonly translate: Translate;
  /** The words on the page that `words` lies on. */
  readonly words?: PageWordsPart;
}

/** The agent's text and the buyer's, where the page shows them. */
export interface PageWordsPart {
  /** The finding under a point of the window, with the place of its words. */
  readonly findingAt: (x: number, y: number) => { readonly finding: ShownFinding; readonly rect: DOMRect } | null;
  /** Parley's root over the window, for what lies on the page's own words. */
  readonly layer: ShadowRoot;
  /** The message with the elements that show it, as they are now; their texts joined by line breaks are the message. */
  readonly texts: () => readonly ShownText[];
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
