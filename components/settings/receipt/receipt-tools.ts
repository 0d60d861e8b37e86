import { browser } from 'wxt/browser';

/** A right of the extension, and whether it has it now. */
export interface Right {
  readonly name: string;
  /** Asked for only when somebody wants what it is for. */
  readonly isOptional: boolean;
  readonly isGiven: boolean;
}

/** What the browser knows of rights and requests. */
export interface ReceiptTools {
  readonly rights: () => Promise<{ readonly rights: readonly Right[]; readonly hosts: readonly string[] }>;
  /** Origins this page has asked for something, beside its own. */
  readonly strangers: () => readonly string[];
  /** What the database takes. Units: bytes; null where the browser does not say. */
  readonly bytes: () => Promise<number | null>;
}

const originOf = (url: string): string => {
  try {
    return new URL(url).origin;
  } catch {
    // TypeError: an entry without an address asked nobody.
    return location.origin;
  }
};

/** The browser's own answers. */
export const receiptTools: ReceiptTools = {
  rights: async () => {
    const { permissions = [], optional_permissions: optional = [] } = browser.runtime.getManifest();
    const { permissions: given = [], origins = [] } = await browser.permissions.getAll();
    const right = (isOptional: boolean) => (name: string) => ({
      name,
      isOptional,
      isGiven: given.some((one) => one === name),
    });
    return { rights: [...permissions.map(right(false)), ...optional.map(right(true))], hosts: [...origins].sort() };
  },
  strangers: () => {
    const asked = performance.getEntriesByType('resource').map(({ name }) => originOf(name));
    return [...new Set(asked)].filter((origin) => origin !== location.origin);
  },
  bytes: async () => (await navigator.storage.estimate()).usage ?? null,
};
