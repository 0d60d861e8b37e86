/** What an agent has done with the templates so far. */
export interface ReplyHabits {
  /** How often each was used, and when last, by template id. */
  readonly used: Readonly<Record<string, { readonly count: number; readonly at: string }>>;
  readonly favourites: ReadonlySet<string>;
}

/** Nobody has used anything yet. */
export const noHabits: ReplyHabits = { used: {}, favourites: new Set() };
