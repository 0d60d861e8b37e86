import { describe, expect, test } from 'vitest';
import { rangesOver } from '@/utils/page/text-ranges';

const element = (html: string): Element => {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
};

/** The words of the page that a span of the message stands on. */
const wordsOf = (start: Element, text: string, wanted: string): string | null => {
  const at = text.indexOf(wanted);
  const [range] = rangesOver(start, text, [{ start: at, end: at + wanted.length }]);
  return range ? range.toString() : null;
};

describe('spans of a message in the page', () => {
  test('are found where white space, breaks and other parts stand between the words', () => {
    const bubble = element('<div><b>Harriet</b><p>I wear\n   UK   <i>5.5</i></p><p>Thanks</p><time>10:04</time></div>');
    expect(wordsOf(bubble, 'I wear UK 5.5\nThanks', 'UK 5.5')).toBe('UK   5.5');
  });

  test('are found in open shadow roots', () => {
    const host = element('<x-bubble></x-bubble>');
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>My size is EU 38.</p>';
    expect(wordsOf(host, 'My size is EU 38.', 'EU 38')).toBe('EU 38');
  });

  test('count in UTF-16 units', () => {
    const bubble = element('<p>👟👟 EU 38 👟</p>');
    expect(wordsOf(bubble, '👟👟 EU 38 👟', 'EU 38')).toBe('EU 38');
  });

  test('are nowhere when the message could stand in two places', () => {
    expect(wordsOf(element('<div><p>EU 38?</p><p>EU 38?</p></div>'), 'EU 38?', 'EU 38')).toBeNull();
  });

  test('are found in the line that is sure, also when another one stands twice', () => {
    const bubble = element('<div><p>Hi</p><p>Hi</p><p>EU 38?</p></div>');
    expect(wordsOf(bubble, 'Hi\nEU 38?', 'EU 38')).toBe('EU 38');
  });

  test('are nowhere when the page shows other words, or none', () => {
    expect(wordsOf(element('<p>Meine Größe ist 38.</p>'), 'My size is EU 38.', 'EU 38')).toBeNull();
    expect(wordsOf(element('<p style="display: none">My size is EU 38.</p>'), 'My size is EU 38.', 'EU 38')).toBeNull();
    expect(wordsOf(element('<p></p>'), '', '')).toBeNull();
  });

  test('are nowhere in an element that has left the page', () => {
    const bubble = element('<p>EU 38</p>');
    bubble.remove();
    expect(wordsOf(bubble, 'EU 38', 'EU 38')).toBeNull();
  });
});
