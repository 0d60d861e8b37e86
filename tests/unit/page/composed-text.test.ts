import { describe, expect, test } from 'vitest';
import { composedText } from '@/utils/page/composed-text';

const element = (html: string): Element => {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
};

describe('composed text', () => {
  test('turns breaks and blocks into lines and collapses other white space', () => {
    expect(composedText(element('<div>one  two<br>three<p>four</p>\n five</div>'))).toBe('one two\nthree\nfour\nfive');
  });

  test('reads open shadow roots instead of what they cover', () => {
    const host = element('<x-box><b>covered</b></x-box>');
    host.attachShadow({ mode: 'open' }).innerHTML = '<span>before</span> <span>after</span>';
    expect(composedText(host)).toBe('before after');
  });

  test('counts words kept in attributes once, shown or not', () => {
    const attributes = { 'kat-label': ['text'] };
    expect(composedText(element('<div><kat-label text="Spanish"></kat-label></div>'), { attributes })).toBe('Spanish');
    const host = element('<kat-label text="Spanish"></kat-label>');
    host.attachShadow({ mode: 'open' }).innerHTML = '<span>Spanish</span>';
    expect(composedText(host, { attributes })).toBe('Spanish');
  });

  test('leaves out scripts, text boxes, hidden parts and our own interface', () => {
    const html =
      '<div>a<script>x</script><textarea>y</textarea><b style="display: none">z</b><parley-root>p</parley-root></div>';
    expect(composedText(element(html), { skip: ({ localName }) => localName === 'parley-root' })).toBe('a');
  });

  test('keeps hidden parts when asked', () => {
    expect(composedText(element('<div>a<b style="display: none">b</b></div>'), { hidden: 'keep' })).toBe('ab');
  });
});
