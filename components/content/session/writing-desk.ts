import type { ContentClient } from '@/utils/client/content-client';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import { wrapComposer, type Composer } from '@/utils/page/composer';
import { isActive } from '@/utils/page/selection';
import { loadCheck, type TextCheck } from '../check/offered-check';
import type { AssistantActions, AssistantModel, CheckActions } from '../model';
import type { CheckContext } from './check-context';
import type { DraftKeeper } from './drafts';
import { uncheckedText } from './empty-model';
import type { ReadyRules, RuleShelf } from './rules';
import type { Store } from './store';

export interface WritingDeskOptions {
  readonly adapter: MarketAdapter;
  readonly client: ContentClient;
  readonly store: Store<AssistantModel>;
  readonly drafts: DraftKeeper;
  readonly shelf: RuleShelf;
  /** Where underlines are drawn, outside the page's own nodes. */
  readonly layer: ShadowRoot;
  readonly signal: AbortSignal;
}

/** Everything around the composer of the open conversation: the kept draft, and the check once somebody writes. */
export interface WritingDesk {
  /** The field on screen; the same one again changes nothing. */
  attach(field: HTMLElement | null): void;
  composerOf(field: HTMLElement): Composer;
  current(): Composer | null;
  setContext(context: CheckContext, lang: string, rules: ReadyRules | null): void;
  /** Another conversation is on screen, and nothing is known of it yet. */
  rest(): void;
  /** What stood in the box last, also after it was sent; empty when nothing did. */
  lastText(): string;
  readonly findingAt: TextCheck['findingAt'];
  readonly actions: CheckActions & Pick<AssistantActions, 'watchText'>;
}

/** Creates the writing desk of one document. */
export function createWritingDesk(options: WritingDeskOptions): WritingDesk {
  const { adapter, store, drafts, layer, signal } = options;
  let field: HTMLElement | null = null;
  let composer: Composer | null = null;
  let attached = new AbortController();
  let known: { readonly context: CheckContext; readonly lang: string; readonly rules: ReadyRules | null } | null = null;
  let check: TextCheck | undefined;
  const watching = new Set<() => void>();
  let lastText = '';

  /** Tells the check what is on screen; before its script is there the bar says that nothing was checked. */
  const tell = () => {
    if (check && known?.rules) return check.setContext(known.context, known.lang, known.rules);
    check?.rest();
    const hasText = (composer?.read() ?? '').trim() !== '';
    const { coverage = uncheckedText.coverage } = known?.rules ?? {};
    store.set({ check: { ...uncheckedText, coverage, lang: known?.lang ?? 'en', hasText, isPending: hasText } });
  };
  /** Most conversations are only read: the check comes with the first look at the text box or the first text. */
  const wantCheck = () => {
    if (check) return;
    void loadCheck().then((offered) => {
      if (check || !offered || signal.aborted) return;
      check = offered.start({ ...options, layer });
      if (composer) check.attach(composer, attached.signal);
      tell();
    });
  };

  const onText = (text: string) => {
    for (const changed of watching) changed();
    if (text.trim() !== '') lastText = text;
    wantCheck();
    if (check) check.textChanged(text);
    else tell();
    drafts.changed(text);
    const typed = text.trim() !== '';
    // Who writes anew has answered the question about the old draft.
    if (typed && store.get().restorable) store.set({ restorable: null });
    if (typed && !store.get().folded) store.set({ folded: true });
    if (!typed && store.get().folded) store.set({ folded: false });
  };

  const composerOf = (target: HTMLElement): Composer =>
    target === field && composer
      ? composer
      : wrapComposer(target, {
          maxLength: adapter.maxMessageLength,
          tookText: (text) => adapter.tookText(document, target, text),
          signal: target === field ? attached.signal : signal,
        });

  signal.addEventListener('abort', () => attached.abort());

  return {
    attach(next) {
      if (next === field) return;
      attached.abort();
      attached = new AbortController();
      // First without a composer: the one of the field before must not be taken for the new one's.
      composer = null;
      field = next;
      composer = next ? composerOf(next) : null;
      if (!next || !composer) return;
      composer.onChange(attached.signal, onText);
      check?.attach(composer, attached.signal);
      if (isActive(next) || composer.read() !== '') wantCheck();
      else next.addEventListener('focus', wantCheck, { signal: attached.signal, once: true });
      if (!check) tell();
    },
    composerOf,
    current: () => composer,
    setContext(context, lang, rules) {
      known = { context, lang, rules };
      // Also without a text box: what the check covers is said from the start, never a "No issues" of no rule at all.
      tell();
    },
    lastText: () => lastText,
    rest() {
      lastText = '';
      known = null;
      tell();
    },
    findingAt: (x, y) => check?.findingAt(x, y) ?? null,
    actions: {
      watchText(until, changed) {
        watching.add(changed);
        until.addEventListener('abort', () => watching.delete(changed), { once: true });
      },
      applyFix: (finding, fix) => check?.actions.applyFix(finding, fix),
      goToFinding: (finding) => check?.actions.goToFinding(finding),
      muteRule: async (request) => check?.actions.muteRule(request) ?? null,
      unmuteRule: async (rule) => check?.actions.unmuteRule(rule) ?? null,
      answerHeld: (reason) => check?.actions.answerHeld(reason),
    },
  };
}
