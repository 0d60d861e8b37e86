import type { Knobs } from './knobs';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Text with `<br>` for line breaks. */
export function withBreaks(text: string): string {
  return escapeHtml(text).replace(/\n/g, '<br>');
}

const suffixes = { a: 'U3y4fIR', b: 'x91Qd', c: 'gCC_ijiN' } as const;

/** A CSS-module class name whose suffix depends on the `hash` knob: `hashed('buyerInfo--inline', knobs)`. */
export function hashed(stem: string, knobs: Pick<Knobs, 'hash'>): string {
  return `${stem}${stem.includes('--') ? '--' : '__'}${suffixes[knobs.hash]}`;
}

/** A class name without a readable stem, `css-xxxxxx`, stable per knob. */
export function nameless(stem: string, knobs: Pick<Knobs, 'hash'>): string {
  let sum = knobs.hash.charCodeAt(0);
  for (const sign of stem) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 2176782336;
  return `css-${sum.toString(36).padStart(6, '0')}`;
}

/** Puts as many nameless wrappers around a block as the `depth` knob asks for. */
export function wrapped(block: string, knobs: Pick<Knobs, 'depth' | 'hash'>): string {
  let result = block;
  for (let level = 0; level < Number(knobs.depth); level += 1) {
    result = `<div class="layer ${nameless(`layer${level}`, knobs)}">${result}</div>`;
  }
  return result;
}
