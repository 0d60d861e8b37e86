import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { MAX_SKELETON_CHARS, MAX_SKELETON_NODES, structureSkeleton } from '@/utils/page/skeleton';

const show = (html: string): string => {
  document.body.innerHTML = html;
  return structureSkeleton(document);
};

afterEach(() => document.body.replaceChildren());

describe('structureSkeleton', () => {
  it('keeps tags, stems, roles and the names of attributes', () => {
    expect(
      show(
        '<main id="im-root"><div class="im-message-item buyerInfo--inline--x91Qd css-1ab2c3" role="row" data-order="8123456789" aria-label="Ana">x</div></main>',
      ),
    ).toBe('body\n main#im-root\n  div.im-message-item.buyerInfo--inline--*[role=row][aria-label][data-order]');
  });

  it('holds no text, no value, no number and no name, whatever the page', () => {
    const names = [
      'Ana García',
      'Lena',
      'Müller',
      'Иван Петров',
      '18 Elm Street',
      'ana@example.org',
      '702-1234567-1234567',
    ];
    const secret = fc.oneof(fc.constantFrom(...names), fc.stringMatching(/^[A-Z][a-z]{3,9}$/));
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 5 }), (secrets) => {
        document.body.replaceChildren();
        for (const value of secrets) {
          const row = document.createElement('div');
          row.className = `row ${value.toLowerCase()} name__${value} msg-${value.replaceAll(' ', '-').toLowerCase()}`;
          row.id = value.replaceAll(' ', '-');
          row.setAttribute('title', value);
          row.setAttribute('role', value);
          row.setAttribute('data-name', value);
          row.append(value, Object.assign(document.createElement('a'), { href: `https://example.org/${value}` }));
          document.body.append(row);
        }
        const skeleton = structureSkeleton(document).toLowerCase();
        for (const value of secrets) {
          expect(skeleton).not.toContain(value.toLowerCase());
          for (const word of value.toLowerCase().split(/[^\p{L}]+/u))
            if (word.length > 3) expect(skeleton).not.toContain(word);
        }
        expect(skeleton).not.toMatch(/\d{3}/);
        expect(skeleton).not.toContain('example');
      }),
      { numRuns: 60 },
    );
  });

  it('goes through open roots and passes by what is ours', () => {
    document.body.innerHTML = '<kat-panel></kat-panel><parley-root></parley-root><parley-teach></parley-teach>';
    document.querySelector('kat-panel')!.attachShadow({ mode: 'open' }).innerHTML =
      '<textarea part="textarea"></textarea>';
    expect(structureSkeleton(document)).toBe('body\n kat-panel\n  ::shadow\n   textarea[part]');
  });

  it('ends where it is full', () => {
    const many = show('<p class="line">x</p>'.repeat(MAX_SKELETON_NODES + 50));
    expect(many.split('\n')).toHaveLength(MAX_SKELETON_NODES + 1);
    expect(many.endsWith('\n...')).toBe(true);
    const wide = `<p class="${Array.from({ length: 12 }, (_, at) => `long-name-${'ab'.repeat(at + 3)}`).join(' ')}" ></p>`;
    expect(show(wide.repeat(3_990)).length).toBeLessThanOrEqual(MAX_SKELETON_CHARS);
  });
});
