import { readLocal, writeLocal } from '../platform/settings/local-items';

/** Whether the agent left the bar collapsed to its icon. */
export const isBarCollapsed = async (): Promise<boolean> => (await readLocal('barCollapsed')) ?? false;

/** Remembers it for every page. */
export const rememberBarCollapsed = (collapsed: boolean): void => void writeLocal({ barCollapsed: collapsed });
