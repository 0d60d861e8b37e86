import type { CheckInput, Finding } from '@/utils/domain/compliance/input';
import type { ContentApi } from '@/utils/app/api';
import type { MarketAdapter } from '@/utils/marketplaces/contract';
import { wrapComposer, type Composer } from '@/utils/page/composer';
import { createUnderlines, type Underlines } from '@/utils/page/underlines';
import type { AssistantModel, ShownFinding } from '../model';
import { checkText } from './check-text';
import type { DraftKeeper } from './drafts';
import type { ReadyRules, RuleShelf } from './rules';
import type { Store } from './store';

/** A new language is asked for after this many new characters ... */
const LANGUAGE_AFTER_CHARS = 40;
/** ... or after this pause, in ms, and only when there is enough text to tell. */
const LANGUAGE_AFTER_MS = 600;
const LANGUAGE_MIN_CHARS = 12;

/** What the check knows beside the text. */
export type CheckContext = Omit<CheckInput, 'text' | 'lang' | 'now'>;

export interface WritingDeskOptions {
  readonly adapter: MarketAdapter;
  readonly client: ContentApi;
  readonly store: Store<AssistantModel>;
  readonly drafts: DraftKeeper;
  readonly shelf: RuleShelf;
  /** Where underlines are drawn, outside the page's own nodes. */
  readonly layer: ShadowRoot;
  readonly signal: AbortSignal;
}

/** Everything around the composer of the open conversation: the check, its underlines and the kept draft. */
export interface WritingDesk {
  /** The field on screen; the same one again changes nothing. */
  attach(field: HTMLElement | null): void;
  composerOf(field: HTMLElement): Composer;
  current(): Composer | null;
  setContext(context: CheckContext, lang: string, rules: ReadyRules | null): void;
  /** The finding under a point of the window, with the place of its words. */
  findingAt(x: number, y: number): { readonly finding: ShownFinding; readonly rect: DOMRect } | null;
}

const same = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length &&
  a.every((one, index) => one.rule === b[index]?.rule && one.start === b[index].start && one.end === b[index].end);

/** Creates the writing desk of one document. */
export function createWritingDesk(options: WritingDeskOptions): WritingDesk {
  const { adapter, client, store, drafts, shelf, layer, signal } = options;
  let field: HTMLElement | null = null;
  let composer: Composer | null = null;
  let underlines: Underlines | null = null;
  let attached = new AbortController();
  let context: CheckContext | null = null;
  let lang = 'en';
  let rules: ReadyRules | null = null;
  let shown: readonly ShownFinding[] = [];
  let askedLength = 0;
  let askTimer: ReturnType<typeof setTimeout> | undefined;

  const mark = (findings: readonly ShownFinding[]) => {
    shown = findings;
    underlines?.show(findings.map(({ start, end, severity }, index) => ({ start, end, severity, id: String(index) })));
  };

  const runCheck = (text: string) => {
    if (!context || !rules) return;
    const model = checkText(text, context, lang, rules);
    mark(model.findings);
    const { check: before } = store.get();
    const isSame =
      before.hasText === model.hasText &&
      before.lang === model.lang &&
      before.coverage === model.coverage &&
      same(before.findings, model.findings);
    if (!isSame) store.set({ check: model });
  };

  const askLanguage = async (text: string) => {
    askedLength = text.length;
    const held = shelf.held();
    const answer = await client.reviewDraft({ text, ...(held ? { holdsPack: held } : {}) });
    if (!answer.ok || composer?.read() !== text) return;
    const ready = shelf.take(answer.value.rules);
    if (!ready || (answer.value.lang === lang && ready.version === rules?.version)) return;
    lang = answer.value.lang;
    rules = ready;
    runCheck(text);
  };
  const considerLanguage = (text: string) => {
    clearTimeout(askTimer);
    if (text.length < LANGUAGE_MIN_CHARS) return;
    if (Math.abs(text.length - askedLength) >= LANGUAGE_AFTER_CHARS) void askLanguage(text);
    else askTimer = setTimeout(() => void askLanguage(text), LANGUAGE_AFTER_MS);
  };

  const onText = (text: string) => {
    runCheck(text);
    considerLanguage(text);
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

  signal.addEventListener('abort', () => {
    attached.abort();
    clearTimeout(askTimer);
  });

  return {
    attach(next) {
      if (next === field) return;
      attached.abort();
      attached = new AbortController();
      underlines?.dispose();
      underlines = null;
      shown = [];
      // First without a composer: the one of the field before must not be taken for the new one's.
      composer = null;
      field = next;
      composer = next ? composerOf(next) : null;
      if (!next || !composer) return;
      underlines = createUnderlines(next, layer, { signal: attached.signal });
      composer.onChange(attached.signal, onText);
      runCheck(composer.read());
    },
    composerOf,
    current: () => composer,
    setContext(nextContext, nextLang, nextRules) {
      context = nextContext;
      lang = nextLang;
      rules = nextRules;
      askedLength = 0;
      // Also without a text box: what the check covers is said from the start, never a "No issues" of no rule at all.
      const text = composer?.read() ?? '';
      runCheck(text);
      // What stands there already may be in another language than the buyer's.
      considerLanguage(text);
    },
    findingAt(x, y) {
      const id = underlines?.hitTest(x, y);
      const finding = id === undefined || id === null ? undefined : shown[Number(id)];
      const rect = finding && underlines?.rectOf(id as string);
      return finding && rect ? { finding, rect } : null;
    },
  };
}
