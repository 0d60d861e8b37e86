import type { Lang } from '../domain/ids';
import type { AlignedPart, ExplainedSentence } from '../domain/replies/understand/understanding';
import type { ApiResult } from './api';

/** What the agent is looking at, explained as far as it can be: never a composed sentence. */
export interface Understanding {
  readonly message: {
    readonly text: string;
    readonly lang: Lang;
    readonly sentences: readonly ExplainedSentence[];
  } | null;
  readonly reply: readonly AlignedPart[];
  /** The agent lets the browser translate on this device, where it can. */
  readonly translatesHere: boolean;
}

/** What the page asks when the agent wants to know what was written. */
export interface UnderstandApi {
  /** `text` is what stands in the box now. */
  understand(request: { readonly text: string }): ApiResult<Understanding>;
}
