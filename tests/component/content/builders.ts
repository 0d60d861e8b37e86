import { vi } from 'vitest';
import { err, ok } from '@/utils/domain/result';
import type { AssistantActions } from '@/components/content/model';

/** Every action as a spy; saving notes succeeds. */
export const someActions = (change: Partial<AssistantActions> = {}): AssistantActions => ({
  insertSuggestion: vi.fn(),
  completeSuggestion: vi.fn(),
  cancelFilling: vi.fn(),
  copySuggestion: vi.fn(),
  setTone: vi.fn(async () => undefined),
  insertConversion: vi.fn(),
  showPalette: vi.fn(),
  findReplies: vi.fn(async () => ok({ hits: [], count: 0 })),
  favourite: vi.fn(async () => ok(null)),
  insertFound: vi.fn(),
  understand: vi.fn(async () => err({ kind: 'not-found' as const })),
  watchText: vi.fn(),
  keepProductValue: vi.fn(async () => err({ kind: 'not-found' as const })),
  applyFix: vi.fn(),
  goToFinding: vi.fn(),
  muteRule: vi.fn(async () => null),
  unmuteRule: vi.fn(async () => null),
  answerHeld: vi.fn(),
  openNotes: vi.fn(),
  closeNotes: vi.fn(),
  reviewNote: vi.fn(async () => []),
  addNote: vi.fn(async () => true),
  editNote: vi.fn(async () => true),
  deleteNote: vi.fn(async () => true),
  chooseShop: vi.fn(),
  restoreDraft: vi.fn(),
  discardDraft: vi.fn(),
  unfold: vi.fn(),
  setCollapsed: vi.fn(),
  dismissNotice: vi.fn(),
  retry: vi.fn(),
  ...change,
});
