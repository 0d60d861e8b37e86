import type { AssistantModel } from '../model';

/** The model of a page on which nothing has been read yet. */
export const emptyModel = (uiLang: string): AssistantModel => ({
  phase: 'loading',
  uiLang,
  agentLang: uiLang,
  page: 'thread',
  shop: null,
  buyerLang: null,
  intents: [],
  message: null,
  suggestions: [],
  filling: null,
  draftChecks: [],
  conversions: [],
  keepable: null,
  check: { findings: [], coverage: { kind: 'full', rulesRun: 0 }, lang: 'en', hasText: false },
  notes: { kind: 'closed', count: 0 },
  health: 'good',
  fields: [],
  composer: 'missing',
  restorable: null,
  notice: null,
  folded: false,
  collapsed: false,
});

/** What a model holds of a conversation that was just opened: nothing of the one before. */
export const unreadConversation = {
  phase: 'loading',
  suggestions: [],
  conversions: [],
  keepable: null,
  intents: [],
  message: null,
  filling: null,
  restorable: null,
} as const satisfies Partial<AssistantModel>;
