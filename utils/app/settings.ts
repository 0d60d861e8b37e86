import type { Lang, MarketId } from '../domain/ids';
import { err, ok, type Result } from '../domain/result';
import { isWatch } from '../domain/worklog/watch';
import type { Db } from '../platform/db/schema';
import { settingsTopic } from '../platform/settings/change-signal';
import { uiLangFor, type UiLang } from '../platform/i18n/ui-lang';
import type { LocalItems } from '../platform/settings/local-items';
import type { ApiProblem, ApiResult, AppApi, Settings, SetUp } from './api';
import type { AgentRow } from '../domain/records';
import { announcing, changing, noShop, reading, selfSetting, type RecordDeps } from './records';

/** Stores and surroundings of the settings. */
export interface SettingsDeps extends RecordDeps {
  /** Language of the browser's own interface, the first guess of what the agent reads. */
  readonly browserLang: Lang;
  /** Copies the settings that content scripts, the popup and the navigation read at their start. */
  readonly mirror: (items: Pick<Partial<LocalItems>, 'uiLang' | 'marketsOff' | 'works'>) => Promise<void>;
}

/** Use cases around settings and the agent. */
export interface SettingsStore extends Readonly<AppApi['settings']> {
  agent(): ApiResult<AgentRow>;
  /** Copies anew what content scripts read at their start, after something else than `write` has changed it. */
  mirrorAll(): Promise<void>;
}

const UI_LANGS: readonly Settings['uiLang'][] = ['auto', 'en', 'zh-CN'];
const WAYS: readonly Settings['works'][] = ['alone', 'desk', null];
const SET_UP_STATES: readonly SetUp['state'][] = ['begun', 'done', 'dismissed'];
const STORED = ['uiLang', 'myLang', 'marketsOff', 'translatesHere', 'works', 'setUp', 'agentFigures', 'watch'] as const;
const MOST_STEPS = 20;
const LONGEST_INITIALS = 8;
const LANG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const MARKET = /^[a-z][a-z0-9-]{0,30}$/;

const isSetUp = (value: unknown): boolean => {
  if (value === null) return true;
  const { state, step } = value as Partial<SetUp>;
  return SET_UP_STATES.some((known) => known === state) && Number.isInteger(step) && step! >= 0 && step! < MOST_STEPS;
};

const checks: { readonly [K in keyof Settings]: (value: unknown) => boolean } = {
  uiLang: (value) => UI_LANGS.includes(value as Settings['uiLang']),
  myLang: (value) => typeof value === 'string' && LANG.test(value),
  marketsOff: (value) => Array.isArray(value) && value.every((id) => typeof id === 'string' && MARKET.test(id)),
  translatesHere: (value) => typeof value === 'boolean',
  works: (value) => WAYS.includes(value as Settings['works']),
  agentFigures: (value) => typeof value === 'boolean',
  watch: isWatch,
  setUp: (value) => typeof value === 'object' && isSetUp(value),
  initials: (value) => typeof value === 'string' && value.length <= LONGEST_INITIALS,
};

const ownAgent = async (db: Db): Promise<AgentRow | undefined> => {
  const self = await db.settings.get(selfSetting);
  return self && db.agents.get((self.value as { readonly agentId: AgentRow['id'] }).agentId);
};

const current = async (db: Db, browserLang: Lang): Promise<Settings> => {
  const [rows, agent] = [await db.settings.bulkGet([...STORED]), await ownAgent(db)];
  const [uiLang, myLang, marketsOff, translatesHere, works, setUp, agentFigures, watch] = rows.map((row) => row?.value);
  return {
    uiLang: checks.uiLang(uiLang) ? (uiLang as Settings['uiLang']) : 'auto',
    // Counterparts are written for readers of English and Chinese first; everyone else chooses.
    myLang: checks.myLang(myLang) ? String(myLang) : /^zh\b/i.test(browserLang) ? 'zh' : 'en',
    marketsOff: checks.marketsOff(marketsOff) ? (marketsOff as readonly MarketId[]) : [],
    translatesHere: translatesHere === true,
    works: checks.works(works) ? (works as Settings['works']) : null,
    agentFigures: agentFigures === true,
    watch: isWatch(watch) ? watch : null,
    setUp: checks.setUp(setUp) ? (setUp as Settings['setUp']) : null,
    initials: agent?.initials ?? '',
  };
};

const checked = (change: Partial<Settings>): Result<Partial<Settings>, ApiProblem> => {
  const names = Object.keys(checks) as (keyof Settings)[];
  const wrong = names.find((name) => change[name] !== undefined && !checks[name](change[name]));
  return wrong === undefined ? ok(change) : err({ kind: 'invalid', field: wrong });
};

/** The interface language now; English or Chinese, as the agent has chosen or else as the browser is. */
export async function uiLangOf(settings: Pick<SettingsStore, 'read'>, browserLang: Lang): Promise<UiLang> {
  const chosen = await settings.read();
  const uiLang = chosen.ok ? chosen.value.uiLang : 'auto';
  return uiLang === 'auto' ? uiLangFor(browserLang) : uiLang;
}

/** Use cases around settings, over the given stores. */
export const createSettings = (deps: SettingsDeps): SettingsStore => ({
  read: () => reading(deps, async (db) => ok(await current(db, deps.browserLang))),

  write: async (wanted) => {
    const valid = checked(wanted);
    if (!valid.ok) return valid;
    const written = await changing(deps, ['agents'], async (change) => {
      for (const name of STORED) {
        if (wanted[name] === undefined) continue;
        await change.db.settings.put({ ...change.stamp(noShop), name, value: wanted[name] });
      }
      if (wanted.initials !== undefined) {
        await change.db.agents.put({ ...change.stamp(noShop), id: change.authorId, initials: wanted.initials.trim() });
      }
      const names = Object.keys(checks).filter((name) => wanted[name as keyof Settings] !== undefined);
      change.log({ shopId: noShop, what: 'settings.changed', detail: { names: names.join(' ') } });
      return ok(null);
    });
    if (!written.ok) return written;
    const { uiLang, marketsOff, works } = wanted;
    await deps.mirror({
      ...(uiLang === undefined ? {} : { uiLang }),
      ...(marketsOff === undefined ? {} : { marketsOff }),
      ...(works === undefined ? {} : { works }),
    });
    const settings = await reading(deps, async (db) => ok(await current(db, deps.browserLang)));
    return announcing(deps, settings, [settingsTopic]);
  },

  mirrorAll: async () => {
    const settings = await reading(deps, async (db) => ok(await current(db, deps.browserLang)));
    if (!settings.ok) return;
    const { uiLang, marketsOff, works } = settings.value;
    await deps.mirror({ uiLang, marketsOff, works });
  },

  agent: () =>
    changing(deps, ['agents'], async (change) => {
      const row = await change.db.agents.get(change.authorId);
      return row === undefined ? err({ kind: 'not-found' }) : ok(row);
    }),
});
