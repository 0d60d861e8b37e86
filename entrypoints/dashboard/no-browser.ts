/**
 * A worker of a page has no extension API, and what is imported here loads a layer over it that refuses to load without one.
 * Nothing that runs in the worker asks it anything.
 */
Object.assign(globalThis, { browser: { runtime: { id: 'worker' } }, chrome: { runtime: { id: 'worker' } } });
