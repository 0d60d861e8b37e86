import type { Finding } from '@/utils/domain/compliance/input';
import { brandAs } from '@/utils/domain/ids';
import type { Composer } from '@/utils/page/composer';
import { isDrawnInByOthers } from '@/utils/page/other-tools';
import { watchSendPresses } from '@/utils/page/send-press';
import { createUnderlines, type Underlines } from '@/utils/page/underlines';
import { rulesTopic } from '@/utils/platform/settings/rules-topic';
import type { CheckModel, IssueCounts } from '../model';
import type { CheckContext } from '../session/check-context';
import type { ReadyRules } from '../session/rules';
import { createCheckActions } from './check-actions';
import { countsOf, holdOf, issuesOf } from './check-model';
import { checkText } from './check-text';
import { createHolding } from './holding';
import type { CheckOptions, TextCheck } from './offered-check';
import { createReviews } from './reviews';

/** What a screen reader is told waits until nothing was typed for this long, in ms. */
const TELL_AFTER_MS = 1_000;
/** Other tools come and go with the focus; the page is not asked about them more often than this, in ms. */
const LOOK_FOR_TOOLS_MS = 2_000;

const isSameCounts = (a: IssueCounts, b: IssueCounts | null): boolean =>
  a.block === (b?.block ?? 0) && a.warn === (b?.warn ?? 0) && a.info === (b?.info ?? 0);

/** What of a model people see; equal ones need no new drawing. */
const sayingOf = (model: CheckModel): string =>
  JSON.stringify([
    model.findings.map(({ rule, start, end, severity, muteDays, excerpt, fixes, compared }) => [
      [rule, start, end, severity, muteDays],
      [excerpt, fixes[0]?.replacement, compared],
    ]),
    model.context.map(({ rule, severity, at }) => [rule, severity, at]),
    model.unknown,
    model.muted,
    model.coverage,
    [model.lang, model.hasText, model.isPending, model.sharesBox],
  ]);

/** Checks what is written in one document: text rules at once, guards and context rules at pauses. */
export function startCheck(options: CheckOptions): TextCheck {
  const { adapter, client, store, shelf, layer, signal } = options;
  let composer: Composer | null = null;
  let underlines: Underlines | null = null;
  let attached: AbortSignal = signal;
  let context: CheckContext | null = null;
  let lang = 'en';
  let rules: ReadyRules | null = null;
  let checked = '';
  let findings: readonly Finding[] = [];
  let sharesBox = false;
  let lookedAt = -Infinity;
  let tellTimer: ReturnType<typeof setTimeout> | undefined;
  let watched: Composer | null = null;

  const nowFound = (ready: ReadyRules) => ({
    text: checked,
    rules: ready,
    findings,
    reviews,
    now: brandAs<'Instant'>(new Date().toISOString()),
  });
  const mark = ({ findings: shown }: CheckModel): void =>
    underlines?.show(
      sharesBox ? [] : shown.map(({ start, end, severity }, at) => ({ start, end, severity, id: String(at) })),
    );
  /** Told once the agent has paused, and only numbers that are others than the last ones. */
  const tellLater = (model: CheckModel): void => {
    clearTimeout(tellTimer);
    const counts = countsOf(model);
    if (isSameCounts(counts, model.told)) return;
    const text = checked;
    tellTimer = setTimeout(() => {
      if (!signal.aborted && composer?.read() === text) store.set({ check: { ...store.get().check, told: counts } });
    }, TELL_AFTER_MS);
  };
  const publish = (): void => {
    if (!rules) return;
    const before = store.get().check;
    const model: CheckModel = {
      ...issuesOf(nowFound(rules)),
      coverage: rules.coverage,
      lang,
      hasText: checked.trim() !== '',
      isPending: false,
      sharesBox,
      told: before.told,
    };
    mark(model);
    if (sayingOf(model) !== sayingOf(before)) store.set({ check: model });
    tellLater(model);
  };
  const lookForTools = (): void => {
    const now = performance.now();
    if (!composer || now - lookedAt < LOOK_FOR_TOOLS_MS) return;
    lookedAt = now;
    sharesBox = isDrawnInByOthers(composer.field);
  };
  const run = (text: string): void => {
    if (!context || !rules) return;
    findings = checkText(text, context, lang, rules);
    checked = text;
    reviews.follow(text);
    lookForTools();
    publish();
  };
  const rerun = (): void => run(composer?.read() ?? '');

  const reviews = createReviews({
    client,
    shelf,
    signal,
    read: () => composer?.read(),
    onAnswer(answer) {
      if (answer.rules) use(answer.rules);
      if (answer.lang) lang = answer.lang;
      rerun();
    },
  });
  // The desk has decided otherwise, or another tab has muted a rule: what stands in the box is asked about again.
  const stopHearing = client.subscribe(rulesTopic, () => reviews.consider(composer?.read() ?? ''));
  signal.addEventListener('abort', stopHearing, { once: true });
  const holding = createHolding({
    client,
    store,
    read: () => composer?.read() ?? '',
    reasons(text) {
      // Nothing known, nothing held: a page must never lose its Send to a check that has not come.
      if (!rules?.holdsSending || !context || store.get().phase !== 'ready' || text.trim() === '') return null;
      if (text !== checked) run(text);
      return holdOf({ ...nowFound(rules), orderId: context.order?.id, isReviewed: reviews.hasAnswered(text) });
    },
    returnToText: () => composer?.select(composer.caret()),
  });
  /** Listens to presses only where the desk wants them held. */
  const watchPresses = (): void => {
    if (!rules?.holdsSending || !composer || watched === composer) return;
    watched = composer;
    const { field } = composer;
    watchSendPresses({
      view: field.ownerDocument.defaultView ?? window,
      signal: attached,
      field: () => (field.isConnected ? field : null),
      sending: (box) => adapter.sending(box.ownerDocument, box),
      ...holding.watch,
    });
  };
  const use = (next: ReadyRules): void => {
    rules = next;
    watchPresses();
  };

  signal.addEventListener('abort', () => clearTimeout(tellTimer), { once: true });

  return {
    actions: createCheckActions({
      client,
      store,
      shelf,
      composer: () => composer,
      catchUp: () => composer?.read() !== checked && rerun(),
      onRules(next) {
        use(next);
        rerun();
      },
      answerHeld: holding.answer,
    }),
    attach(next, until) {
      composer = next;
      attached = until;
      lookedAt = -Infinity;
      underlines = createUnderlines(next.field, layer, { signal: until });
      until.addEventListener('abort', () => {
        if (composer !== next) return;
        composer = null;
        underlines = null;
      });
      watchPresses();
      rerun();
      reviews.consider(next.read());
    },
    setContext(nextContext, nextLang, nextRules) {
      context = nextContext;
      lang = nextLang;
      use(nextRules);
      rerun();
      // What stands there already may be in another language than the buyer's, and facts may have come late.
      reviews.consider(composer?.read() ?? '');
    },
    rest() {
      context = null;
      rules = null;
      findings = [];
      checked = '';
      clearTimeout(tellTimer);
      reviews.reset();
      holding.reset();
      underlines?.hide();
    },
    textChanged(text) {
      run(text);
      reviews.consider(text);
      holding.textChanged(text);
    },
    findingAt(x, y) {
      const id = underlines?.hitTest(x, y);
      const finding = id === undefined || id === null ? undefined : store.get().check.findings[Number(id)];
      const rect = finding && underlines?.rectOf(id as string);
      return finding && rect ? { finding, rect } : null;
    },
  };
}
