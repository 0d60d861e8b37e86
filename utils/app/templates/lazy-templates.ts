import { err } from '../../domain/result';
import type { ApiResult } from '../api';
import type { TemplatesApi } from '../templates-api';

/**
 * The same API, loaded when somebody looks at templates: their engine is a third of what the dashboard would load at first.
 *
 * Errors: `storage-failed` with `asset-missing` when the build was replaced under an open page.
 */
export const lazyTemplates = (load: () => Promise<TemplatesApi>): TemplatesApi => {
  let loaded: Promise<TemplatesApi> | undefined;
  const ask = async <T>(question: (api: TemplatesApi) => ApiResult<T>): ApiResult<T> => {
    loaded ??= load();
    const api = await loaded.catch(() => {
      loaded = undefined;
      return null;
    });
    return api ? question(api) : err({ kind: 'storage-failed', code: 'asset-missing' });
  };
  return {
    read: () => ask((api) => api.read()),
    save: (request) => ask((api) => api.save(request)),
    remove: (request) => ask((api) => api.remove(request)),
    putBack: (request) => ask((api) => api.putBack(request)),
    use: (request) => ask((api) => api.use(request)),
    tag: (request) => ask((api) => api.tag(request)),
    review: (request) => ask((api) => api.review(request)),
    allowOnlyReviewed: (request) => ask((api) => api.allowOnlyReviewed(request)),
    versions: (request) => ask((api) => api.versions(request)),
    restore: (request) => ask((api) => api.restore(request)),
    importTemplates: (request) => ask((api) => api.importTemplates(request)),
    accept: (request) => ask((api) => api.accept(request)),
    dismiss: (request) => ask((api) => api.dismiss(request)),
  };
};
