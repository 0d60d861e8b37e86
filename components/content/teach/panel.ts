import type { TaughtField } from '@/utils/domain/profiles/profile';

/** Looks up one text of teach mode. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What teach mode asks for, in this order. */
export const STEPS: readonly TaughtField[] = ['composer', 'message', 'orderId', 'buyerName'];

/** One step as the list shows it. */
export interface StepView {
  readonly field: TaughtField;
  readonly state: 'done' | 'skipped' | 'now' | 'open';
}

/** One line of what would be read; `text` comes from the page and is only ever shown as text. */
export interface ValueView {
  readonly label: string;
  readonly text: string;
  readonly isFromPage?: boolean;
}

/** What the panel shows. */
export type PanelView =
  | {
      readonly kind: 'pointing';
      readonly field: TaughtField;
      readonly steps: readonly StepView[];
      readonly at: string;
      readonly problem: string | null;
      readonly canGoBack: boolean;
    }
  | {
      readonly kind: 'preview';
      readonly values: readonly ValueView[];
      readonly problem: string | null;
      /** What will not work, though the page can be saved. */
      readonly hint: string | null;
      readonly canSave: boolean;
      readonly isSaving: boolean;
    }
  | { readonly kind: 'done'; readonly text: string };

/** What can be pressed in the panel. */
export interface PanelActions {
  readonly onSkip: () => void;
  readonly onBack: () => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
  readonly onAgain: () => void;
}

/** The small window of teach mode. */
export interface Panel {
  show(view: PanelView): void;
  /** Puts the focus where the next key belongs. */
  focus(): void;
  /** Says something to screen readers, after what they are saying now. */
  announce(text: string): void;
}

type Child = Node | string;

function make(tag: string, options: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Renders the panel: plain elements, text only ever as text. */
export function createPanel(root: HTMLElement, t: Words, actions: PanelActions): Panel {
  root.setAttribute('role', 'dialog');
  root.setAttribute('aria-labelledby', 'parley-teach-title');
  let shownField: TaughtField | null = null;
  let focusTarget: HTMLElement | null = null;

  const button = (text: string, press: () => void, className = ''): HTMLButtonElement => {
    const element = make(
      'button',
      { type: 'button', ...(className && { class: className }) },
      text,
    ) as HTMLButtonElement;
    element.addEventListener('click', press);
    return element;
  };
  const mover = make('button', { type: 'button', 'aria-label': t('teach.move'), title: t('teach.move') }, '⇆');
  mover.addEventListener('click', () => (root.dataset['side'] = root.dataset['side'] === 'start' ? 'end' : 'start'));
  const title = make('h2', { id: 'parley-teach-title', tabindex: '-1' }, t('teach.title'));
  const body = make('div', { style: 'display:contents' });
  const live = make('p', { class: 't-hidden', 'aria-live': 'polite' });
  root.append(make('div', { class: 't-head' }, title, mover), body, live);

  const problemLine = (text: string | null): HTMLElement => {
    const line = make('p', { class: 't-problem' }, text ?? '');
    line.hidden = text === null;
    return line;
  };

  const pointing = (view: Extract<PanelView, { kind: 'pointing' }>): readonly Child[] => {
    const steps = view.steps.map(({ field, state }, at) =>
      make(
        'li',
        { 'data-state': state, ...(state === 'now' && { 'aria-current': 'step' }) },
        make('span', { class: 't-number', 'aria-hidden': 'true' }, String(at + 1)),
        make('span', {}, t(`teach.step.${field}`)),
        make('span', { class: 't-state' }, t(`teach.state.${state}`)),
      ),
    );
    const picker = make(
      'div',
      {
        class: 't-picker',
        tabindex: '0',
        role: 'application',
        'aria-label': t('teach.picker'),
        'aria-describedby': 'parley-teach-keys',
        dir: 'auto',
      },
      view.at === '' ? t('teach.atNothing') : view.at,
    );
    focusTarget = picker;
    const buttons = [button(t('teach.skip'), actions.onSkip), button(t('teach.cancel'), actions.onCancel)];
    if (view.canGoBack) buttons.splice(1, 0, button(t('teach.back'), actions.onBack));
    return [
      make('p', { class: 't-quiet' }, t('teach.intro')),
      make('ol', { class: 't-steps', 'aria-label': t('teach.steps') }, ...steps),
      make('p', {}, t(`teach.ask.${view.field}`)),
      picker,
      problemLine(view.problem),
      make('p', { class: 't-quiet', id: 'parley-teach-keys' }, t('teach.keys')),
      make('div', { class: 't-buttons' }, ...buttons),
    ];
  };

  const preview = (view: Extract<PanelView, { kind: 'preview' }>): readonly Child[] => {
    const rows = view.values.flatMap(({ label, text, isFromPage }) => [
      make('dt', {}, label),
      make('dd', isFromPage ? { dir: 'auto' } : {}, text),
    ]);
    const save = button(view.isSaving ? t('teach.saving') : t('teach.preview.save'), actions.onSave, 't-primary');
    save.disabled = !view.canSave || view.isSaving;
    focusTarget = save.disabled ? title : save;
    return [
      make('h3', {}, t('teach.preview.title')),
      make('dl', { class: 't-values' }, ...rows),
      ...(view.hint === null ? [] : [make('p', { class: 't-quiet' }, view.hint)]),
      problemLine(view.problem),
      make(
        'div',
        { class: 't-buttons' },
        save,
        button(t('teach.preview.again'), actions.onAgain),
        button(t('teach.cancel'), actions.onCancel),
      ),
    ];
  };

  /** While somebody points only two lines change: buttons stay the elements they are, with the focus on them. */
  const update = (view: Extract<PanelView, { kind: 'pointing' }>): boolean => {
    const [picker, problem] = ['.t-picker', '.t-problem'].map((css) => body.querySelector<HTMLElement>(css));
    if (shownField !== view.field || !picker || !problem) return false;
    picker.textContent = view.at === '' ? t('teach.atNothing') : view.at;
    problem.textContent = view.problem ?? '';
    problem.hidden = view.problem === null;
    return true;
  };

  return {
    show(view) {
      if (view.kind === 'pointing' && update(view)) return;
      shownField = view.kind === 'pointing' ? view.field : null;
      if (view.kind === 'pointing') return body.replaceChildren(...pointing(view));
      if (view.kind === 'preview') return body.replaceChildren(...preview(view));
      const close = button(t('teach.close'), actions.onCancel, 't-primary');
      focusTarget = close;
      body.replaceChildren(make('p', { class: 't-ok' }, view.text), make('div', { class: 't-buttons' }, close));
    },
    focus: () => focusTarget?.focus({ preventScroll: true }),
    announce: (text) => (live.textContent = text),
  };
}
