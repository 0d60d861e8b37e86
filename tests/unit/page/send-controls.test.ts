import { describe, expect, it } from 'vitest';
import { sendingNear } from '@/utils/page/send-controls';

const near = (html: string) => {
  document.body.innerHTML = `<main>${html}</main>`;
  const box = document.querySelector<HTMLElement>('textarea,input,[contenteditable]')!;
  const { controls, byEnter } = sendingNear(box);
  return { ids: controls.map(({ id }) => id), byEnter };
};

describe('what sends on a page nobody knows', () => {
  it.each([
    ['by its type', '<form><textarea></textarea><button type="submit" id="a">ok</button></form>'],
    ['by its name', '<div><textarea></textarea><a class="chat-send-btn" id="a"></a></div>'],
    ['by its label', '<div><textarea></textarea><button type="button" id="a">Antworten</button></div>'],
    ['by its label in Chinese', '<div><textarea></textarea><button type="button" id="a">发送</button></div>'],
  ])('is found %s', (_how, html) => expect(near(html).ids).toEqual(['a']));

  it('is nothing where no control says so', () => {
    expect(near('<textarea></textarea><button type="button">Attach</button>').ids).toEqual([]);
  });

  it('is Enter in one-line fields, editable elements and boxes that say so', () => {
    expect(near('<input type="text">').byEnter).toBe(true);
    expect(near('<div contenteditable="true"></div>').byEnter).toBe(true);
    expect(near('<textarea placeholder="Press Enter to send"></textarea>').byEnter).toBe(true);
    expect(near('<textarea placeholder="Your answer"></textarea>').byEnter).toBe(false);
  });
});
