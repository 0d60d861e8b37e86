const TOASTS = 12;
const EVERY_MS = 500;

/**
 * The life of a busy page: twice a second toasts come and go, a clock ticks, tracking attributes and classes change.
 *
 * None of it belongs to the conversation, so none of it may cost a reader anything.
 */
export function startNoise(): void {
  const layer = document.createElement('div');
  layer.className = 'noise';
  const clock = document.createElement('span');
  layer.append(clock);
  document.body.append(layer);
  let turn = 0;
  setInterval(() => {
    turn += 1;
    clock.textContent = `tick ${turn}`;
    layer.className = `noise noise-${turn % 7}`;
    for (let at = 0; at < TOASTS; at += 1) {
      const toast = document.createElement('i');
      toast.dataset.spmAnchorId = `0.0.0.i${at}.${turn}`;
      toast.className = `toast-${at}`;
      layer.append(toast);
      toast.textContent = `Message ${turn} of ${at}`;
    }
    while (layer.childElementCount > 3 * TOASTS) layer.lastElementChild?.previousElementSibling?.remove();
    document.querySelector('main')?.setAttribute('data-spm', String(turn));
  }, EVERY_MS);
}
