// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const script = path.resolve('scripts/evaluate.mjs');
const run = (task: string, content?: string) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'parley-')), 'cases.jsonl');
  if (content !== undefined) writeFileSync(file, content);
  return spawnSync(process.execPath, [script, task, file], { encoding: 'utf8' });
};

describe('evaluate', () => {
  it('answers each line in order and goes on after a bad one', { timeout: 60_000 }, () => {
    const done = run(
      'compliance',
      '{"id":1,"text":"mail a@b.com","lang":"en","marketplace":"amazon","direction":"reply"}\nnot json\n{"id":3}\n{"id":4,"text":"hello"}\n',
    );
    const lines = done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(done.status).toBe(0);
    expect(lines[0]).toEqual({ id: 1, findings: [{ rule: 'contact-email', severity: 'block', start: 5, end: 12 }] });
    expect(lines[1]).toMatchObject({ line: 2, error: expect.any(String) });
    expect(lines[2]).toMatchObject({ line: 3, error: expect.any(String) });
    expect(lines[3]).toEqual({ id: 4, findings: [] });
  });

  it('takes a JSON array as well', { timeout: 60_000 }, () => {
    const done = run('compliance', '[\n{"id":"a","text":"hello"},\n{"id":"b","text":"hi"}]');
    expect(done.stdout.trim().split('\n')).toHaveLength(2);
  });

  it('ends with status 2 when the file or the task is not there', { timeout: 60_000 }, () => {
    expect(run('compliance').status).toBe(2);
    expect(run('no-such-task', '{}').status).toBe(2);
  });
});
