import type { AppApi } from './api';
import { readEverything } from './backup';
import { createBuyers } from './buyers';
import { createNotes } from './notes';
import { createSettings, type SettingsDeps } from './settings';
import { createShops } from './shops';

/** The whole API over the given stores, for extension pages. */
export const createAppApi = (deps: SettingsDeps): AppApi => {
  const { list, add, rename, remove } = createShops(deps);
  const settings = createSettings(deps);
  const { read, write } = settings;
  const { page, open, setTags } = createBuyers(deps);
  return {
    settings: { read, write },
    shops: { list, add, rename, remove },
    agent: { read: () => settings.agent() },
    buyers: { page, open, setTags, ...createNotes(deps) },
    backup: { everything: () => readEverything(deps) },
  };
};
