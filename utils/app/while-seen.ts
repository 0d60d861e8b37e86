import type { ContentApi } from './api';

/** Calls pages make by themselves, whether or not anybody sits in front of them. */
const BY_THEMSELVES: readonly string[] = [
  'openThread',
  'openList',
  'reportVisit',
] satisfies readonly (keyof ContentApi)[];

/** The same API; each call a person has caused says that somebody is there. */
export const whileSeen = (api: ContentApi, seen: () => void): ContentApi =>
  Object.fromEntries(
    Object.entries(api as unknown as Readonly<Record<string, (request: never) => unknown>>).map(([name, call]) => [
      name,
      BY_THEMSELVES.includes(name)
        ? call
        : (request: never) => {
            seen();
            return call(request);
          },
    ]),
  ) as unknown as ContentApi;
