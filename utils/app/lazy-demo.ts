import { localDays } from '../platform/clock/local-days';
import { systemClock } from '../platform/clock/system-clock';
import type { DemoApi } from './demo-api';
import { lazyApi } from './lazy-api';

/** The demo data of this browser; its code and its sentences are loaded when somebody asks for it. */
export const lazyDemo = (): DemoApi =>
  lazyApi<DemoApi>(async () => (await import('./demo/demo')).createDemo({ clock: systemClock, days: localDays }), {
    state: true,
    load: true,
    remove: true,
  });
