/** Rounds that make each try cost a quarter of a second. Source: OWASP password storage, PBKDF2 with SHA-256, 2023. */
const ROUNDS = 600_000;
const SALT_BYTES = 16;
const HASH_BITS = 256;

/** What is kept of a PIN: it can be tried with this, not read from it. */
export interface PinHash {
  readonly salt: string;
  readonly rounds: number;
  readonly hash: string;
}

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** The hash of a PIN under a salt and so many rounds (PBKDF2, SHA-256). */
export async function hashPin(pin: string, { salt, rounds }: Omit<PinHash, 'hash'>): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin.normalize('NFC')), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: toBytes(salt), iterations: rounds };
  return toText(new Uint8Array(await crypto.subtle.deriveBits(how, key, HASH_BITS)));
}

/** The hash of a new PIN under a salt of its own. */
export async function newPinHash(pin: string): Promise<PinHash> {
  const how = { salt: toText(crypto.getRandomValues(new Uint8Array(SALT_BYTES))), rounds: ROUNDS };
  return { ...how, hash: await hashPin(pin, how) };
}
