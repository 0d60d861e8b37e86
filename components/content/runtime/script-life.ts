import { browser } from 'wxt/browser';

/**
 * How long a content script lives: until the extension is gone or a newer copy of the script runs in the same document.
 *
 * Stands in for the framework's class of the same name, of which Parley needs this much: it is 1.3 kB smaller in every
 * script, and the framework's one also tells the seller page by a window message that a script has started.
 */
export class ContentScriptContext {
  private readonly life = new AbortController();

  constructor(name: string) {
    const started = `${browser.runtime.id}:${name}:started`;
    // First the call that ends older copies, then the ear for newer ones: the other way round it would end itself.
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => this.life.abort(), { signal: this.life.signal });
  }

  /** Ends with the script. */
  get signal(): AbortSignal {
    return this.life.signal;
  }

  /** False once the extension was reloaded or removed, or a newer copy runs. */
  get isValid(): boolean {
    // `runtime.id` disappears from the scripts of an extension that was reloaded.
    if (!browser.runtime?.id) this.life.abort();
    return !this.life.signal.aborted;
  }

  /** Calls back when the script has to end. */
  onInvalidated(end: () => void): void {
    this.life.signal.addEventListener('abort', end, { once: true });
  }
}
