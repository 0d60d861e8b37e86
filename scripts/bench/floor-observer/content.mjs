// The least an in-page assistant can do: notice that the page changed, remember the composer, show one element.
(() => {
  const REST_MS = 250;
  let composer = null;
  let lastLook = -Infinity;
  let isDue = false;

  const host = document.createElement('floor-root');
  host.attachShadow({ mode: 'open' }).append(document.createElement('div'));

  const observe = () => observer.observe(document.documentElement, { childList: true, subtree: true });
  const look = () => {
    isDue = false;
    lastLook = performance.now();
    observe();
    // Kept while it is in the page: a query per look would grow with the page.
    if (composer?.isConnected) return;
    composer = document.querySelector('[data-r=composer], .editor textarea');
    if (composer && !host.isConnected) composer.before(host);
  };
  const observer = new MutationObserver(() => {
    observer.disconnect();
    if (isDue) return;
    isDue = true;
    setTimeout(
      () => requestIdleCallback(look, { timeout: REST_MS }),
      Math.max(0, lastLook + REST_MS - performance.now()),
    );
  });
  look();
})();
