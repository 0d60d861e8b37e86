import { describe, expect, it } from 'vitest';
import { effectiveFields } from '@/utils/domain/profiles/effective';
import { profile, taughtPage } from './builders';

const place = { host: 'seller.demo.example', path: '/im/thread/4711' };
const css = (candidates: readonly { readonly css: string; readonly kind: string }[] | undefined) =>
  candidates?.map((candidate) => `${candidate.kind} ${candidate.css}`);

describe('effectiveFields', () => {
  it('gives the built-in candidates where nothing is kept', () => {
    const fields = effectiveFields(profile(), undefined, place);
    expect(css(fields.composer)).toEqual(['structure textarea[class*="im-input"]', 'semantic main textarea']);
    expect(fields.message?.[0]).toMatchObject({ seen: '2026-11', page: 'chat' });
  });

  it('puts what was shown for this page first, under the name readers ask for', () => {
    const taught = [taughtPage({ fields: { composer: ['#reply'], message: ['.msg'] } })];
    const builtIn = profile({ fields: { ...profile().fields, bubbles: profile().fields.message! } });
    const fields = effectiveFields(builtIn, { taught }, place);
    expect(css(fields.composer)?.[0]).toBe('taught #reply');
    expect(css(fields.message)?.[0]).toBe('taught .msg');
    expect(css(fields.bubbles)?.[0]).toBe('taught .msg');
    expect(fields.messages).toBeUndefined();
    expect(css(fields.composer)).toHaveLength(3);
  });

  it('leaves what was shown elsewhere alone', () => {
    const taught = [taughtPage({ host: 'other.demo.example' }), taughtPage({ path: '/feedback' })];
    expect(effectiveFields(profile(), { taught }, place)).toEqual(effectiveFields(profile(), undefined, place));
  });

  it('takes an imported profile only when it is newer, and keeps the built-in one behind it', () => {
    const fields = { composer: { page: 'chat', seen: '2026-12', structure: ['#new', 'main textarea'] } };
    const newer = profile({ version: '2026.12.01.1', fields });
    const older = profile({ version: '2026.11.22.2', fields });
    expect(css(effectiveFields(profile(), { imported: newer, taught: [] }, place).composer)).toEqual([
      'structure #new',
      'structure main textarea',
      'structure textarea[class*="im-input"]',
    ]);
    expect(effectiveFields(profile(), { imported: older, taught: [] }, place)).toEqual(
      effectiveFields(profile(), undefined, place),
    );
  });
});
