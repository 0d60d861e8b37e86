import type { ApiResult } from './api';
import type { JobOptions } from './buyers-api';

/** What the demo data is, once it was loaded whole. */
export interface DemoState {
  /** Day it was loaded; its days count back from there. `YYYY-MM-DD`. */
  readonly loadedOn: string;
  readonly buyers: number;
  readonly orders: number;
  readonly messages: number;
}

/** A desk of invented people to look around in: loaded, looked at, and removed. */
export interface DemoApi {
  /** Null while nothing, or not everything, is there. */
  state(): ApiResult<DemoState | null>;
  /**
   * Makes the demo data anew, with its sentences in this language. Null when it was stopped, and then nothing is left of it;
   * the same after an error.
   */
  load(request: { readonly lang: 'en' | 'zh-CN' } & JobOptions): ApiResult<DemoState | null>;
  remove(): ApiResult<null>;
}
