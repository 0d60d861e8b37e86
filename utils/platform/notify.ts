import { browser } from 'wxt/browser';

/** The part of the API that is used; it is not there before the person has allowed it. */
interface Notifications {
  create(id: string, options: Readonly<Record<string, string>>): Promise<string>;
  clear(id: string): Promise<boolean>;
  readonly onClicked: { addListener(heard: (id: string) => void): void };
}

const notifications = (): Notifications | undefined =>
  (browser as { readonly notifications?: unknown }).notifications as Notifications | undefined;

const pageUrl = (path: string): string => (browser.runtime.getURL as (path: string) => string)(path);

/** Whether the person has allowed notifications. */
export const mayNotify = async (): Promise<boolean> =>
  notifications() !== undefined && (await browser.permissions.contains({ permissions: ['notifications'] }));

/** Shows one notification; the same id replaces the one before. Never names or texts of buyers: others see the screen. */
export async function notify(id: string, words: { readonly title: string; readonly message: string }): Promise<void> {
  await notifications()?.create(id, { type: 'basic', iconUrl: pageUrl('/icon/128.png'), ...words });
}

let isListening = false;

/**
 * Opens what is due when a notification is clicked. Call it when the background starts: a stopped worker is woken by the
 * click only for listeners of its first turn. Called again once notifications were allowed, it listens from then on.
 */
export function openTodayFromNotifications(): void {
  const api = notifications();
  if (api === undefined || isListening) return;
  isListening = true;
  api.onClicked.addListener((id) => {
    void api.clear(id);
    void browser.tabs.create({ url: pageUrl('/dashboard.html#/today') });
  });
}
