import { coverageOf } from '../domain/compliance/coverage';
import type { Lang } from '../domain/ids';
import { err, ok } from '../domain/result';
import type { Catalogue } from './catalogue';
import type { DeskRulesStore } from './desk-rules';
import type { ApiResult } from './api';
import type { RulesApi } from './rules-api';

const LANG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A file of the extension can be missing when the build was replaced under an open page. */
const shipped = async <T>(read: () => Promise<T>): ApiResult<T> => {
  try {
    return ok(await read());
  } catch {
    // `asset-missing` is in the log already; the page offers to try again.
    return err({ kind: 'storage-failed', code: 'asset-missing' });
  }
};

const checkedLang = async <T>(lang: Lang, read: () => Promise<T>): ApiResult<T> =>
  LANG.test(lang) ? shipped(read) : err({ kind: 'invalid', field: 'lang' });

/** What the page of message rules works with: the desk's decisions over the shipped rules. */
export const createRulesApi = (desk: DeskRulesStore, catalogueOf: () => Promise<Catalogue>): RulesApi => ({
  read: () => desk.read(),
  set: (change) => desk.set(change),
  saveOwn: (rule) => desk.saveOwn(rule),
  removeOwn: (request) => desk.removeOwn(request),
  setLock: (request) => desk.setLock(request),
  holdSending: (request) => desk.holdSending(request),
  importPack: (request) => desk.importPack(request),
  undoImport: () => desk.undoImport(),
  exportPack: (request) => desk.exportPack(request),
  openLocks: () => desk.openLocks(),
  unmute: (request) => desk.unmute(request),
  overrides: (request) => desk.overrides(request),
  listed: () => shipped(async () => (await catalogueOf()).listed()),
  examples: ({ lang }) => checkedLang(lang, async () => (await catalogueOf()).examples(lang)),
  pack: ({ lang }) =>
    checkedLang(lang, async () => {
      // What one agent does not want to hear of is still a rule of the desk.
      const pack = await (await catalogueOf()).pack(lang, { ...(await desk.active()), mutes: [] });
      return { pack, coverage: coverageOf(pack) };
    }),
});
