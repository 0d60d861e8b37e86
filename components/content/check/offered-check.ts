import { needScript } from '@/utils/client/sentinel-client';
import type { ContentClient } from '@/utils/client/content-client';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import type { Composer } from '@/utils/page/composer';
import type { AssistantModel, CheckActions, ShownFinding } from '../model';
import type { MountPart } from '../parts/offered-parts';
import type { CheckContext } from '../session/check-context';
import type { ReadyRules, RuleShelf } from '../session/rules';
import type { Store } from '../session/store';

/** What the check works with in one document. */
export interface CheckOptions {
  readonly adapter: Pick<MarketAdapter, 'sending'>;
  readonly client: Pick<ContentClient, 'reviewDraft' | 'muteRule' | 'unmuteRule' | 'overrideHold' | 'subscribe'>;
  readonly store: Store<AssistantModel>;
  readonly shelf: RuleShelf;
  /** Where underlines are drawn, outside the page's own nodes. */
  readonly layer: ShadowRoot;
  readonly signal: AbortSignal;
}

/** The message check of one document. */
export interface TextCheck {
  readonly actions: CheckActions;
  /** The text box on screen and what reads it, until the signal ends. */
  attach(composer: Composer, signal: AbortSignal): void;
  /** Another conversation, or more is known of it. */
  setContext(context: CheckContext, lang: string, rules: ReadyRules): void;
  /** Nothing may be said of what is written: no rules have come. */
  rest(): void;
  /** The text has been quiet for a moment. */
  textChanged(text: string): void;
  /** The finding under a point of the window, with the place of its words. */
  findingAt(x: number, y: number): { readonly finding: ShownFinding; readonly rect: DOMRect } | null;
}

/** What the script of the check brings: the check itself, and what people see of it. */
export interface OfferedCheck {
  readonly start: (options: CheckOptions) => TextCheck;
  readonly mount: MountPart;
}

/** The world all scripts of the extension share in one document; the page has no part in it. */
interface SharedWorld {
  checkOfParley?: OfferedCheck;
}

const world = globalThis as SharedWorld;

/** Lets the conversation's script check what is written. */
export const offerCheck = (check: OfferedCheck): void => void (world.checkOfParley = check);

/** The check; undefined until its script is there. */
export const offeredCheck = (): OfferedCheck | undefined => world.checkOfParley;

let loading: Promise<boolean> | null = null;

/** Fetches the check's script once somebody writes; undefined when it did not come. */
export async function loadCheck(): Promise<OfferedCheck | undefined> {
  if (!world.checkOfParley) await (loading ??= needScript('check').finally(() => (loading = null)));
  return world.checkOfParley;
}
