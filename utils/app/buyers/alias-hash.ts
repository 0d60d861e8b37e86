import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import { changing, noShop, reading, type RecordDeps } from '../records';
import type { ApiResult } from '../api';

/** Name of the settings row that holds the key. */
const keySetting = 'aliasKey';
const KEY_BYTES = 32;
const HASHED = 'hash:';

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** One for each store: reading the key for every page that is opened would cost more than the hash. */
const keys = new WeakMap<RecordDeps['db'], CryptoKey>();

const keyOf = async (deps: RecordDeps): ApiResult<CryptoKey> => {
  const known = keys.get(deps.db);
  if (known) return ok(known);
  const kept = await reading(deps, async (db) => ok((await db.settings.get(keySetting))?.value));
  if (!kept.ok) return kept;
  const fresh = toBase64Url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  const text =
    typeof kept.value === 'string'
      ? ok(kept.value)
      : await changing(deps, [], async ({ db, stamp }) => {
          // Another page may have made it in between: there is one key, or nobody would be recognised.
          const before = (await db.settings.get(keySetting))?.value;
          if (typeof before === 'string') return ok(before);
          await db.settings.put({ ...stamp(noShop), name: keySetting, value: fresh });
          return ok(fresh);
        });
  if (!text.ok) return text;
  const key = await crypto.subtle.importKey(
    'raw',
    fromBase64Url(text.value),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  keys.set(deps.db, key);
  return ok(key);
};

/** Whether an alias is a hash already. */
export const isHashed = (alias: string): boolean => alias.startsWith(HASHED);

/**
 * The keyed hashes of aliases (HMAC-SHA-256 as `hash:<base64url>`), in their order; a hash stays as it is. To be asked for
 * before a transaction: IndexedDB ends one that waits for anything else.
 */
export const aliasHashes = async (deps: RecordDeps, aliases: readonly string[]): ApiResult<readonly string[]> => {
  if (aliases.every(isHashed)) return ok(aliases);
  const key = await keyOf(deps);
  if (!key.ok) return key;
  const encoder = new TextEncoder();
  const hashed = aliases.map(async (alias) => {
    if (isHashed(alias)) return alias;
    return HASHED + toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key.value, encoder.encode(alias))));
  });
  return ok(await Promise.all(hashed));
};

/** Whether there is any record of which only hashes are left, archived or not. */
export const holdsHashes = async (db: Db): Promise<boolean> => {
  const counts = await Promise.all([
    db.buyers.where('aliases').startsWith(HASHED).limit(1).count(),
    db.archive.where('aliases').startsWith(HASHED).limit(1).count(),
  ]);
  return counts.some((count) => count > 0);
};

/** The hashes of aliases, by alias; to be asked for before a transaction. */
export const hashesOf = async (
  deps: RecordDeps,
  aliases: readonly string[],
): ApiResult<ReadonlyMap<string, string>> => {
  const hashes = await aliasHashes(deps, aliases);
  return hashes.ok ? ok(new Map(aliases.map((alias, at) => [alias, hashes.value[at] ?? alias]))) : hashes;
};

/**
 * The hashes of aliases, by alias, for finding records of which nothing else is left; empty while the store holds no
 * record of that kind, so that nobody else waits for it.
 */
export const knownHashes = async (
  deps: RecordDeps,
  aliases: readonly string[],
): ApiResult<ReadonlyMap<string, string>> => {
  const some = await reading(deps, async (db) => ok(aliases.length > 0 && (await holdsHashes(db))));
  if (!some.ok) return some;
  return some.value ? hashesOf(deps, aliases) : ok(new Map());
};
