import { describe, expect, test } from 'vitest';
import { textOfBox } from '@/utils/page/text-box';

describe('the text of a box', () => {
  test('is what was written, line breaks as one character', () => {
    const field = document.createElement('textarea');
    field.value = 'one\n\ntwo';
    expect(textOfBox(field)).toBe('one\n\ntwo');
  });

  test('counts an empty line of an editable element once', () => {
    const box = document.createElement('div');
    box.setAttribute('contenteditable', 'true');
    box.innerHTML = 'one<div><br></div><div>two</div>';
    document.body.replaceChildren(box);
    expect(textOfBox(box)).toBe('one\n\ntwo');
  });
});
