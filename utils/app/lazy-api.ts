/** Parts of the API whose code is loaded with the first question to them: most pages of the dashboard never ask. */
import { err } from '../domain/result';
import type { ApiProblem } from './api';

/** The names of all calls of an API; one that is forgotten here does not compile. */
type NamesOf<A> = { readonly [K in keyof A]-?: true };

type Calls<A> = { readonly [K in keyof A]: (...given: never[]) => Promise<unknown> };

/** An API with something that goes on until a signal aborts. */
interface KeptUp {
  readonly keepUp: (signal: AbortSignal) => void;
}

const noAsset = err<ApiProblem>({ kind: 'storage-failed', code: 'asset-missing' });
/** The page is drawn first. Units: milliseconds. */
const FIRST_LOOK_MS = 2_000;

/** Loads once; what could not be loaded is tried again with the next question. */
const loadedOnce = <A>(load: () => Promise<A>): (() => Promise<A | null>) => {
  let loaded: Promise<A> | undefined;
  return () =>
    (loaded ??= load()).catch(() => {
      loaded = undefined;
      return null;
    });
};

const callsOf = <A extends Calls<A>>(ready: () => Promise<A | null>, names: NamesOf<A>): A => {
  const call =
    (name: keyof A) =>
    async (...given: never[]): Promise<unknown> => {
      const api = await ready();
      return api ? await api[name](...given) : noAsset;
    };
  return Object.fromEntries(Object.keys(names).map((name) => [name, call(name as keyof A)])) as A;
};

/**
 * The same API, loaded when somebody asks it something.
 *
 * Errors: `storage-failed` with `asset-missing` when the build was replaced under an open page.
 */
export const lazyApi = <A extends Calls<A>>(load: () => Promise<A>, names: NamesOf<A>): A =>
  callsOf(loadedOnce(load), names);

/** `lazyApi` for one that also goes on by itself, from a moment after the page was drawn. */
export const lazyKeeper = <A extends Calls<Omit<A, 'keepUp'>> & KeptUp>(
  load: () => Promise<A>,
  names: NamesOf<Omit<A, 'keepUp'>>,
): A => {
  const ready = loadedOnce(load);
  return {
    ...callsOf<Omit<A, 'keepUp'>>(ready, names),
    keepUp: (signal: AbortSignal) => {
      const timer = setTimeout(() => void ready().then((api) => api?.keepUp(signal)), FIRST_LOOK_MS);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    },
  } as A;
};
