import { brandAs } from '@/utils/domain/ids';
import type { PageProfile, TaughtPage } from '@/utils/domain/profiles/profile';

/** A page of a made-up marketplace that somebody has shown. */
export const taughtPage = (change: Partial<TaughtPage> = {}): TaughtPage => ({
  id: 'thread-1',
  marketplace: brandAs<'MarketId'>('demo'),
  host: 'seller.demo.example',
  path: '/im/thread/*',
  kind: 'thread',
  fields: { composer: ['textarea.reply'], orderId: ['[data-qa="order"]'] },
  date: '2026-11-22',
  ...change,
});

/** A profile of a made-up marketplace. */
export const profile = (change: Partial<PageProfile> = {}): PageProfile => ({
  format: 'parley-page-profile',
  schema: 1,
  marketplace: brandAs<'MarketId'>('demo'),
  version: '2026.11.22.2',
  date: '2026-11-22',
  fields: {
    composer: {
      page: 'chat',
      seen: '2026-11',
      structure: ['textarea[class*="im-input"]'],
      semantic: ['main textarea'],
    },
    message: { page: 'chat', seen: '2026-11', structure: ['[class*="im-message-item"]'] },
  },
  ...change,
});
