import type { AssistantModel, CheckModel } from '../model';

/** What the check says while there is nothing to check. */
export const uncheckedText: CheckModel = {
  findings: [],
  context: [],
  unknown: [],
  muted: [],
  coverage: { kind: 'full', rulesRun: 0 },
  lang: 'en',
  hasText: false,
  isPending: false,
  sharesBox: false,
  told: null,
};

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
  watchingUntil: null,
  suggestions: [],
  filling: null,
  draftChecks: [],
  conversions: [],
  keepable: null,
  check: uncheckedText,
  held: null,
  palette: null,
  needsNoReply: false,
  escalation: null,
  notes: { kind: 'closed', count: 0 },
  record: null,
  review: null,
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
  watchingUntil: null,
  suggestions: [],
  conversions: [],
  keepable: null,
  intents: [],
  message: null,
  filling: null,
  restorable: null,
  held: null,
  palette: null,
  needsNoReply: false,
  escalation: null,
  review: null,
} as const satisfies Partial<AssistantModel>;
