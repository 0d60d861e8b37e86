// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { templateColumns } from '@/utils/domain/replies/desk/files/columns';
import { createTemplateReader } from '@/utils/domain/replies/desk/files/read-csv';
import { cutLines } from '@/components/templates/cut-lines';

const page = readFileSync('docs/template-files.md', 'utf8');

describe('the page on files of templates', () => {
  it('explains every column, in their order, and no other', () => {
    const named = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, column]) => column);
    expect(named).toEqual([...templateColumns]);
  });

  it('shows a file that can be read', () => {
    const example = /```csv\n([^]*?)```/.exec(page)?.[1] ?? '';
    const known = [
      { name: 'buyerName', type: 'text' as const, uses: 1 },
      { name: 'newDate', type: 'date' as const, uses: 1 },
    ];
    const reader = createTemplateReader({ known, intents: ['delivery_options'] });
    for (const { lines } of cutLines(example)) reader.take(lines);
    const result = reader.result();
    if (!result.ok) throw new Error(result.error.kind);
    expect(result.value.rejected).toEqual([]);
    const [template] = result.value.templates;
    expect(template).toMatchObject({ id: 'pickup', intent: 'delivery_options' });
    expect(template?.blocks.map(({ role }) => role)).toEqual(['greeting', 'answer']);
    expect(Object.keys(template?.languages ?? {}).sort()).toEqual(['de', 'en']);
  });
});
