import type { MarketId } from '../domain/ids';
import { compareProfiles } from '../domain/profiles/compare';
import { parseProfile } from '../domain/profiles/parse';
import type { KeptProfiles, PageProfile, TaughtPage } from '../domain/profiles/profile';
import { compareVersions } from '../domain/profiles/version';
import { err, ok, type Result } from '../domain/result';
import { alone } from '../platform/alone';
import { readBuiltInProfile } from '../platform/built-in-profile';
import type { Assets } from '../platform/assets';
import { profilesTopic } from '../platform/settings/change-signal';
import { readLocal, writeLocal } from '../platform/settings/local-items';
import type { ApiProblem, ApiResult, AppApi } from './api';

/** Surroundings of the page profiles. */
export interface ProfileDeps {
  readonly assets: Assets;
  /** The marketplaces of this build, and `other`. */
  readonly markets: () => readonly MarketId[];
  /** Whether the browser takes a selector; asked where there is a document. */
  readonly isSelector: (css: string) => boolean;
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly announce: (topics: readonly string[]) => Promise<void>;
}

/** Use cases around page profiles. */
export interface Profiles extends Readonly<AppApi['profiles']> {
  /** Keeps a page somebody has shown; one for the same place is replaced. */
  saveTaught(page: TaughtPage): ApiResult<null>;
}

/** Most pages that can be taught for one marketplace. */
export const mostTaught = 40;

const nothingKept: KeptProfiles = { taught: [] };
const tooMany = err<ApiProblem>({ kind: 'invalid', field: 'taught' });

/** The name of a page, or another one where a page of another host has it: no host can push out what another one shows. */
const ownName = (page: TaughtPage, others: readonly TaughtPage[]): TaughtPage => {
  const isTaken = (name: string): boolean => others.some(({ id }) => id === name);
  if (!isTaken(page.id)) return page;
  const names = Array.from({ length: others.length + 1 }, (_, at) => `${page.id.slice(0, 50)}-${at + 2}`);
  return { ...page, id: names.find((name) => !isTaken(name))! };
};

const withTaught = (taught: readonly TaughtPage[], pages: readonly TaughtPage[]): readonly TaughtPage[] =>
  pages.reduce<readonly TaughtPage[]>((all, page) => {
    const others = all.filter(({ id, host, path }) => host !== page.host || (id !== page.id && path !== page.path));
    return [ownName(page, others), ...others];
  }, taught);

const nextVersion = (today: string, known: string): string => {
  const first = `${today.replaceAll('-', '.')}.1`;
  if (compareVersions(first, known) > 0) return first;
  const [year = '', month = '', day = '', count = '0'] = known.split('.');
  return [year, month, day, Number(count) + 1].join('.');
};

/** Use cases around page profiles. They are no records: content scripts read them before any port is open. */
export const createProfiles = ({ assets, markets, isSelector, today, announce }: ProfileDeps): Profiles => {
  let queue: Promise<unknown> = Promise.resolve();

  const keptOf = async (market: MarketId): Promise<KeptProfiles> =>
    (await readLocal('pageProfiles'))?.[market] ?? nothingKept;

  /** Changes what is kept for one marketplace, one change after the other, and tells the open pages. */
  const edit = (
    market: MarketId,
    change: (kept: KeptProfiles) => Result<KeptProfiles, ApiProblem>,
  ): ApiResult<null> => {
    const edited = queue.then(() =>
      alone('profiles', async () => {
        const all = (await readLocal('pageProfiles')) ?? {};
        const changed = change(all[market] ?? nothingKept);
        if (!changed.ok) return changed;
        if (changed.value.taught.length > mostTaught) return tooMany;
        await writeLocal({ pageProfiles: { ...all, [market]: changed.value } });
        await announce([profilesTopic(market)]);
        return ok(null);
      }),
    );
    queue = edited.catch(() => undefined);
    return edited;
  };

  const parse = async (text: string): Promise<Result<PageProfile, ApiProblem>> => {
    const known = await Promise.all(
      markets().map(async (market) => {
        const [builtIn, kept] = await Promise.all([readBuiltInProfile(assets, market), keptOf(market)]);
        return { market, builtIn, inUse: kept.imported?.version ?? builtIn.version };
      }),
    );
    const parsed = parseProfile(text, {
      isSelector,
      knownFields: Object.fromEntries(known.map(({ market, builtIn }) => [market, Object.keys(builtIn.fields)])),
      newerThan: Object.fromEntries(known.map(({ market, inUse }) => [market, inUse])),
    });
    return parsed.ok ? parsed : err({ kind: 'invalid-profile', why: parsed.error });
  };

  return {
    list: async () => ok((await readLocal('pageProfiles')) ?? {}),

    preview: async ({ text }) => {
      const parsed = await parse(text);
      if (!parsed.ok) return parsed;
      const profile = parsed.value;
      const [builtIn, kept] = await Promise.all([
        readBuiltInProfile(assets, profile.marketplace),
        keptOf(profile.marketplace),
      ]);
      const before = { fields: { ...builtIn.fields, ...kept.imported?.fields } };
      return ok({ profile, changes: compareProfiles(before, { fields: { ...builtIn.fields, ...profile.fields } }) });
    },

    apply: async ({ profile }) => {
      // Read again: what was previewed may have come from another window, or be older by now.
      const parsed = await parse(JSON.stringify(profile));
      if (!parsed.ok) return parsed;
      const { taught = [], ...own } = parsed.value;
      return edit(own.marketplace, (kept) => {
        const pages = { ...kept, taught: withTaught(kept.taught, taught) };
        // A file that brings pages alone leaves the fields as they are.
        if (Object.keys(own.fields).length === 0) return ok(pages);
        const { imported, taught: all } = pages;
        return ok({ imported: own, ...(imported ? { previous: imported } : {}), taught: all });
      });
    },

    rollBack: ({ marketplace }) =>
      edit(marketplace, ({ imported, previous, taught }) =>
        imported === undefined
          ? err({ kind: 'not-found' })
          : ok({ ...(previous === undefined ? {} : { imported: previous }), taught }),
      ),

    forget: ({ marketplace, id }) =>
      edit(marketplace, (kept) =>
        kept.taught.some((page) => page.id === id)
          ? ok({ ...kept, taught: kept.taught.filter((page) => page.id !== id) })
          : err({ kind: 'not-found' }),
      ),

    export: async ({ marketplace }) => {
      const [builtIn, kept] = await Promise.all([readBuiltInProfile(assets, marketplace), keptOf(marketplace)]);
      if (kept.imported === undefined && kept.taught.length === 0) return err({ kind: 'not-found' });
      return ok({
        format: 'parley-page-profile',
        schema: 1,
        marketplace,
        version: kept.imported?.version ?? nextVersion(today(), builtIn.version),
        date: today(),
        fields: kept.imported?.fields ?? {},
        ...(kept.taught.length === 0 ? {} : { taught: kept.taught }),
      });
    },

    saveTaught: (page) => edit(page.marketplace, (kept) => ok({ ...kept, taught: withTaught(kept.taught, [page]) })),
  };
};
