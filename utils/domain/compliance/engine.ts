/** Compiled-later rule data of one language; filled in by the engine. */
export interface RulePack {
  readonly version: string;
}
