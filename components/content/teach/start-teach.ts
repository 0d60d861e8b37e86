import type { ContentClient } from '@/utils/client/content-client';
import type { MarketId } from '@/utils/domain/ids';
import type { TaughtField, TaughtPage } from '@/utils/domain/profiles/profile';
import { placeOf } from '@/utils/domain/profiles/page-path';
import { watchRoutes } from '@/utils/page/router';
import { createPageWords } from '@/utils/platform/i18n/page-words';
import { createPanel, STEPS, type PanelView, type StepView, type ValueView, type Words } from './panel';
import { boxMeant, sayingOf } from './pick-target';
import { createPicker } from './picker';
import css from './teach.css?inline';
import { createTeachHost } from './teach-host';
import { learnPage, type Chosen, type Learned } from './taught-page';

/** What would be read of a page that is being taught. */
export interface TeachPreview {
  readonly composer: boolean;
  readonly messages: number;
  readonly lastMessage: string | null;
  readonly orderId: string | null;
  readonly orderDisagrees: boolean;
  readonly buyerName: string | null;
  readonly isKnown: boolean;
  readonly isBoxAlone: boolean;
}

/** What teach mode needs from its page. */
export interface TeachOptions {
  readonly client: Pick<ContentClient, 'teachWords' | 'saveTaught' | 'dispose'>;
  readonly marketplace: MarketId;
  /** Reads the page as it would be read once saved. */
  readonly preview: (page: TaughtPage, doc: Document, url: URL) => TeachPreview;
  /** Makes what was taught work in this document; false when only the next load of the page can. */
  readonly activate: () => Promise<boolean>;
  /** Day, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly signal: AbortSignal;
  /** Teach mode is over; removes everything. */
  readonly end: () => void;
}

type Problem = 'noBox' | 'noText' | 'noOrder' | 'noName' | 'notTold';

/** Longest part of a message that the preview shows, in UTF-16 units. */
const SHOWN = 240;
const clip = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text);

/**
 * Runs teach mode in one document: asks for four parts of the page, says what it would read with them, and keeps the page
 * when the agent says so. It presses nothing, writes nothing, and what it keeps holds no word of the page.
 */
export async function startTeach(options: TeachOptions): Promise<void> {
  const { client, marketplace, preview, activate, today, signal, end } = options;
  const answer = await client.teachWords({});
  if (!answer.ok || signal.aborted) return end();
  const t: Words = createPageWords(answer.value.entries, answer.value.uiLang);
  const before = document.activeElement as HTMLElement | null;
  const host = createTeachHost(css, signal);
  host.element.lang = answer.value.uiLang;

  let chosen: Chosen = {};
  let skipped: ReadonlySet<TaughtField> = new Set();
  let step = 0;
  let at = '';
  let problem: Problem | null = null;
  let learned: Learned | null = null;
  let note: string | null = null;
  let isSaving = false;
  let isDone = false;
  const here = (): string => Object.values(placeOf(new URL(location.href))).join('');
  /** Where the parts were pointed at: beside another conversation or page they mean nothing. */
  let place = here();

  const field = (): TaughtField | undefined => STEPS[step];
  const learn = (from: Chosen): Learned =>
    learnPage(from, { doc: document, url: new URL(location.href), marketplace, today: today() });
  const read = (page: TaughtPage): TeachPreview => preview(page, document, new URL(location.href));

  const stepViews = (): readonly StepView[] =>
    STEPS.map((name, index) => ({
      field: name,
      state: index === step ? 'now' : chosen[name] ? 'done' : skipped.has(name) ? 'skipped' : 'open',
    }));

  const previewView = (): PanelView => {
    learned ??= learn(chosen);
    const seen = read(learned.page);
    const textOf = (name: TaughtField, text: string | null): string =>
      text ?? t(`teach.preview.${chosen[name] ? 'notFound' : 'notShown'}`);
    const value = (label: string, text: string, isFromPage = false): ValueView => ({
      label: t(`teach.preview.${label}`),
      text,
      isFromPage,
    });
    const why = !seen.composer
      ? 'noBox'
      : seen.orderDisagrees
        ? 'disagrees'
        : seen.isKnown || seen.isBoxAlone
          ? null
          : 'unknown';
    const hint = seen.isKnown ? null : t('teach.preview.boxAlone');
    return {
      kind: 'preview',
      isSaving,
      canSave: why === null,
      problem: why === null ? note : t(`teach.preview.${why}`),
      hint: why === null ? hint : null,
      values: [
        value('composer', textOf('composer', seen.composer ? t('teach.preview.found') : null)),
        value(
          'messages',
          textOf('message', seen.messages > 0 ? t('teach.preview.count', { count: seen.messages }) : null),
        ),
        value('last', textOf('message', seen.lastMessage && clip(seen.lastMessage)), seen.lastMessage !== null),
        value('orderId', textOf('orderId', seen.orderId), seen.orderId !== null),
        value('buyerName', textOf('buyerName', seen.buyerName), seen.buyerName !== null),
        value('place', `${learned.page.host}${learned.page.path}`),
      ],
    };
  };

  const render = (): void => {
    const now = field();
    if (!now) return panel.show(previewView());
    panel.show({
      kind: 'pointing',
      field: now,
      steps: stepViews(),
      at,
      problem: problem && t(`teach.problem.${problem}`),
      canGoBack: step > 0,
    });
  };

  /** @param after What was just done, said before what comes next. */
  const goTo = (next: number, after = ''): void => {
    step = next;
    at = '';
    problem = null;
    note = null;
    learned = null;
    host.outline(null);
    const now = field();
    if (now) picker.start(now);
    else picker.stop();
    render();
    panel.focus();
    const said = now ? t(`teach.ask.${now}`) : t('teach.preview.title');
    panel.announce(after === '' ? said : `${after}. ${said}`);
  };

  /** What is wrong with a part for a step, before it is taken. */
  const problemOf = (name: TaughtField, element: Element): Problem | null => {
    if (name === 'composer' && !boxMeant(element)) return 'noBox';
    if (name !== 'composer' && sayingOf(element) === '') return 'noText';
    const trial = learn({ ...chosen, [name]: element });
    if (trial.failed.includes(name))
      return name === 'message' || name === 'composer' ? 'notTold' : unreadable(name, element);
    const seen = read(trial.page);
    if (name === 'orderId' && seen.orderId === null && !seen.orderDisagrees) return 'noOrder';
    if (name === 'buyerName' && seen.buyerName === null) return 'noName';
    if (name === 'message' && seen.messages === 0) return seen.orderId === null ? null : 'notTold';
    return null;
  };
  const unreadable = (name: TaughtField, element: Element): Problem => {
    const text = sayingOf(element);
    if (name === 'orderId' && !/\d{4}/.test(text)) return 'noOrder';
    return name === 'buyerName' && /[*\d]/.test(text) ? 'noName' : 'notTold';
  };

  /** Starts over when the page has gone elsewhere by itself; true when it has. */
  const startOverElsewhere = (): boolean => {
    if (isSaving || isDone || place === here()) return false;
    place = here();
    chosen = {};
    skipped = new Set();
    goTo(0);
    return true;
  };

  const take = (element: Element): void => {
    const name = field();
    if (!name || startOverElsewhere()) return;
    problem = problemOf(name, element);
    if (problem) {
      render();
      return panel.announce(t(`teach.problem.${problem}`));
    }
    const shown = name === 'composer' ? (boxMeant(element) ?? element) : element;
    chosen = { ...chosen, [name]: shown };
    skipped = new Set([...skipped].filter((other) => other !== name));
    const text = sayingOf(shown) || t('teach.emptyBox');
    goTo(step + 1, t('teach.taken', { step: t(`teach.step.${name}`), text }));
  };

  const save = async (): Promise<void> => {
    if (!learned || isSaving || startOverElsewhere()) return;
    isSaving = true;
    note = null;
    render();
    // The button that had the focus is gone; without this the page would get the next key.
    panel.focus();
    const saved = await client.saveTaught({ page: learned.page });
    if (signal.aborted) return;
    isSaving = false;
    if (!saved.ok) {
      note = t(saved.error.kind === 'disconnected' ? 'teach.reload' : 'teach.failed');
      render();
      panel.focus();
      return panel.announce(note);
    }
    const text = t((await activate()) ? 'teach.ready' : 'teach.readyAfterReload');
    if (signal.aborted) return;
    isDone = true;
    panel.show({ kind: 'done', text });
    panel.focus();
    panel.announce(text);
  };

  const cancel = (): void => {
    end();
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  const panel = createPanel(host.panel, t, {
    onSkip() {
      const name = field();
      if (!name) return;
      const { [name]: _dropped, ...rest } = chosen;
      chosen = rest;
      skipped = new Set([...skipped, name]);
      goTo(step + 1);
    },
    onBack: () => goTo(Math.max(0, step - 1)),
    onCancel: cancel,
    onSave: () => void save(),
    onAgain() {
      chosen = {};
      skipped = new Set();
      goTo(0);
    },
  });
  const picker = createPicker(host.layer, host.element, {
    onMark(element) {
      host.outline(element);
      at = element ? sayingOf(element) || t('teach.emptyBox') : '';
      problem = null;
      if (!field()) return;
      render();
      if (element) panel.announce(t('teach.at', { text: at }));
    },
    onTake: take,
    onCancel: cancel,
  });
  host.panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.isTrusted) cancel();
  });
  signal.addEventListener('abort', () => picker.stop(), { once: true });
  watchRoutes(signal, startOverElsewhere);
  goTo(0);
}
