import { drawnThread, inboxApp, listFromWidth, openThreadOf, threadPane } from '../amazon/inbox';
import { bubble } from '../amazon/bubbles';
import { orderPane } from '../amazon/order-pane';
import { asPage, count, note } from '../kit/log';
import { wrapped } from '../markup';
import { type AmazonThread, amazonThread, type AmazonThreadKey } from '../threads';
import type { PageView } from '../view';
import { besideComposer, ComposerApp } from './composer';
import { actionOf, deepFind, pause, setHtml } from './dom';

/** Rewrites the address as the page's own router does; about:blank frames have none. */
function moveTo(path: string, query: URLSearchParams, how: 'push' | 'replace'): void {
  if (location.protocol === 'about:') return;
  asPage(() => history[how === 'push' ? 'pushState' : 'replaceState'](null, '', `${path}?${query.toString()}`));
}

/** The inbox as the visitor meets it: late, redrawn without a load, counting what may not be touched. */
export class InboxApp {
  private open: AmazonThread | undefined;
  private view: PageView;
  private readonly composer: ComposerApp;

  constructor(view: PageView) {
    this.view = view;
    this.open = openThreadOf(view);
    this.composer = new ComposerApp(view.knobs, besideComposer());
    document.addEventListener('click', (event) => this.onClick(event));
  }

  /** Draws the page for the first time and tidies the address the way the real one does. */
  async start(): Promise<void> {
    const query = new URLSearchParams(location.search);
    if (this.view.knobs.route !== 'load') moveTo('/messaging/inbox-v3', query, 'replace');
    this.draw();
    addEventListener('popstate', () => this.follow());
    if (this.view.knobs.rerender === 'every2s') setInterval(() => this.drawPanes(), 2000);
    await pause(1000);
    const now = new URLSearchParams(location.search);
    if (this.open && !now.has('fi')) {
      now.set('fi', 'responseNeeded');
      moveTo(location.pathname, now, 'replace');
    }
  }

  private get isWide(): boolean {
    return (this.view.knobs.w || innerWidth) >= listFromWidth;
  }

  private draw(): void {
    const root = document.getElementById('root');
    if (!root) return;
    setHtml(root, inboxApp(this.open, this.view, this.isWide));
    note('drawn', false, deepFind('[data-r=composer]')?.shadowRoot ? 'with inner root' : 'without inner root');
    this.settle();
  }

  /** Another conversation: list and address bar stay, both panes are drawn anew. */
  private drawPanes(): void {
    const slot = deepFind('.slot-thread');
    const order = deepFind('.slot-order');
    if (!slot || !order) return;
    const thread = wrapped(threadPane(drawnThread(this.open, this.view), this.view), this.view.knobs);
    setHtml(slot, this.view.knobs.depth === '4' ? `<x-frame>${thread}</x-frame>` : thread);
    setHtml(order, wrapped(orderPane(drawnThread(this.open, this.view), this.view), this.view.knobs));
    for (const row of document.querySelectorAll<HTMLElement>('[data-r=row]')) {
      row.classList.toggle('active', row.dataset.rKey === this.open?.key);
    }
    this.settle();
  }

  private settle(): void {
    window.__replica.state.thread = this.open?.key ?? '';
    this.composer.adopt();
    const messages = deepFind('.messages');
    if (messages) messages.scrollTop = messages.scrollHeight;
  }

  private follow(): void {
    const cc = new URLSearchParams(location.search).get('cc') ?? '';
    this.open = openThreadOf({ ...this.view, query: { ...this.view.query, cc } });
    this.drawPanes();
  }

  private select(key: AmazonThreadKey): void {
    this.open = amazonThread(key);
    const query = new URLSearchParams(location.search);
    query.set('cc', this.open.caseId);
    moveTo(location.pathname, query, 'push');
    this.drawPanes();
  }

  /** Adds a word to the page's state and shows it. */
  private enter(word: string): void {
    const { knobs } = this.view;
    this.view = { ...this.view, knobs: { ...knobs, state: `${knobs.state}.${word}` } };
    this.drawPanes();
  }

  private onClick(event: MouseEvent): void {
    const action = actionOf(event);
    if (!action) return;
    if (action.element.hasAttribute('disabled')) return;
    switch (action.name) {
      case 'row':
        count('read', event.isTrusted, action.element.dataset.rKey);
        this.select(action.element.dataset.rKey as AmazonThreadKey);
        break;
      case 'send':
        this.send(event.isTrusted);
        break;
      case 'no-response':
        count(event.isTrusted ? 'sent' : 'forged', event.isTrusted, 'no response needed');
        break;
      case 'reopen':
        this.enter('reopened');
        break;
      case 'earlier':
        this.enter('all');
        break;
      case 'toggle':
        for (const said of action.element.parentElement?.querySelectorAll<HTMLElement>('.said') ?? [])
          said.hidden = !said.hidden;
        break;
    }
  }

  private send(isTrusted: boolean): void {
    const text = this.composer.state;
    if (text === '') return;
    if (!isTrusted) {
      count('forged', false, 'send');
      return;
    }
    count('sent', true);
    window.__replica.state.sentTexts.push(text);
    if (this.open) {
      const own = {
        id: `own-${window.__replica.state.sentTexts.length}`,
        from: 'seller',
        hoursAgo: 0,
        lang: 'und',
        intent: 'seller',
        text,
      } as const;
      const holder = document.createElement('div');
      setHtml(holder, bubble(own, this.open, this.view));
      deepFind('.messages')?.append(...holder.childNodes);
      const last = deepFind('.messages')?.lastElementChild;
      last?.scrollIntoView({ block: 'nearest' });
    }
    this.composer.clear();
    note('bubble', true);
  }
}
