import { err } from '../../domain/result';
import type { ApiProblem } from '../api';
import type { BundlesApi } from '../bundles-api';

const noAsset = err<ApiProblem>({ kind: 'storage-failed', code: 'asset-missing' });

/**
 * The same API, loaded when somebody asks for the team or its files: ciphers weigh as much as the rest of a page.
 *
 * Errors: `storage-failed` with `asset-missing` when the build was replaced under an open page.
 */
export const lazyBundles = (load: () => Promise<BundlesApi>): BundlesApi => {
  let loaded: Promise<BundlesApi> | undefined;
  const ask = async <R>(question: (api: BundlesApi) => Promise<R>): Promise<R | typeof noAsset> => {
    loaded ??= load();
    const api = await loaded.catch(() => {
      loaded = undefined;
      return null;
    });
    return api ? question(api) : noAsset;
  };
  return {
    team: () => ask((api) => api.team()),
    rename: (request) => ask((api) => api.rename(request)),
    addMate: (request) => ask((api) => api.addMate(request)),
    setLead: (request) => ask((api) => api.setLead(request)),
    removeMate: (request) => ask((api) => api.removeMate(request)),
    look: (request, options) => ask((api) => api.look(request, options)),
    write: (request, options) => ask((api) => api.write(request, options)),
    exports: () => ask((api) => api.exports()),
    read: (request, options) => ask((api) => api.read(request, options)),
    imports: () => ask((api) => api.imports()),
    lines: (request) => ask((api) => api.lines(request)),
    rejected: (request) => ask((api) => api.rejected(request)),
    choose: (request) => ask((api) => api.choose(request)),
    linkShop: (request, options) => ask((api) => api.linkShop(request, options)),
    apply: (request, options) => ask((api) => api.apply(request, options)),
    discard: (request) => ask((api) => api.discard(request)),
    undo: (request, options) => ask((api) => api.undo(request, options)),
  };
};
