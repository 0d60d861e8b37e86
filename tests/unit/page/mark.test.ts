import { describe, expect, it } from 'vitest';
import { MARK_LINES, SEVERITIES } from '@/utils/page/mark';

describe('the lines of marks', () => {
  it('differ in shape and not only in colour', () => {
    const shapes = SEVERITIES.map((severity) => /wavy|dashed|dotted/.exec(MARK_LINES[severity])?.[0]);
    expect(shapes).toEqual(['dotted', 'dashed', 'wavy']);
  });
});
