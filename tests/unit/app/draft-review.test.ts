// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { joinReview } from '@/utils/app/draft-review';
import { noDeskRules, type DeskRules } from '@/utils/domain/compliance/desk-rules';
import type { GuardFinding } from '@/utils/domain/guards/guard-finding';
import { brandAs } from '@/utils/domain/ids';

const now = brandAs<'Instant'>('2026-11-21T10:00:00.000Z');
const active = (desk: DeskRules = noDeskRules) => ({ desk, mutes: [], now });
const aGuard = (rule: GuardFinding['rule']): GuardFinding => ({
  rule,
  severity: 'warn',
  start: 0,
  end: 4,
  fixes: [],
  said: 'en',
  known: 'de',
});
const review = { guards: [aGuard('guard-language'), aGuard('guard-amount')], promises: [] };
const wrongLanguage = { findings: [{ rule: 'ctx-wrong-language', severity: 'block' } as const], unknown: [] };
const nothing = { findings: [], unknown: [] };

describe('what a draft is told', () => {
  it('says once that the language is not the buyer’s', () => {
    const rules = ({ guards }: { readonly guards: readonly GuardFinding[] }) => guards.map(({ rule }) => rule);
    expect(rules(joinReview(review, wrongLanguage, active()))).toEqual(['guard-amount']);
    expect(rules(joinReview(review, nothing, active()))).toEqual(['guard-language', 'guard-amount']);
  });

  it('is what the desk wants to hear', () => {
    const desk = {
      ...noDeskRules,
      settings: { 'guard-amount': { off: true }, 'ctx-wrong-language': { severity: 'info' } },
    };
    const joined = joinReview(review, wrongLanguage, active(desk as DeskRules));
    expect(joined.guards).toEqual([]);
    expect(joined.context.findings).toEqual([{ rule: 'ctx-wrong-language', severity: 'info' }]);
  });
});
