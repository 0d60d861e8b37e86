import { describe, expect, it } from 'vitest';
import { offsetAt, pointAt, rangeOver, readEditable } from '@/utils/page/editable-text';

const editable = (html: string): HTMLElement => {
  const field = document.createElement('div');
  field.innerHTML = html;
  document.body.replaceChildren(field);
  return field;
};

describe('readEditable', () => {
  it.each([
    ['one line', 'Hello', 'Hello'],
    ['lines in boxes', 'a<div>b</div><div>c</div>', 'a\nb\nc'],
    ['an empty line in a box of its own', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['lines by breaks', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['a last break, which only holds the caret', 'a<br>', 'a'],
    ['a new last line', 'a<div><br></div>', 'a\n'],
    ['words in inline elements', 'please <b>change</b> your', 'please change your'],
    ['hard spaces', 'a\u00a0b', 'a b'],
    ['nested boxes', '<div><p>a</p></div><p>b</p>', 'a\nb'],
    ['nothing', '', ''],
  ])('reads %s', (_name, html, text) => {
    expect(readEditable(editable(html)).text).toBe(text);
  });
});

describe('places in an editable element', () => {
  it('go from offset to node and back for every offset', () => {
    const field = editable('<div>ab</div><div><br></div><div>c<b>d</b></div>');
    const content = readEditable(field);
    for (let offset = 0; offset <= content.text.length; offset += 1) {
      const [node, at] = pointAt(field, content, offset);
      expect(offsetAt(content, node, at)).toBe(offset);
    }
  });

  it('begin a range in the node of its first character', () => {
    const field = editable('please <b>change</b> your');
    const range = rangeOver(field, readEditable(field), { start: 7, end: 13 });
    expect([range.startContainer.parentElement?.localName, range.toString()]).toEqual(['b', 'change']);
  });
});
