import { beforeEach, describe, expect, it } from 'vitest';
import { composedText } from '@/utils/page/composed-text';
import { holdsOnlyText, isPageTranslated, isTranslatorNode, showsOnlyTranslation } from '@/utils/page/page-translation';

const pageOf = (body: string, root = 'lang="de"'): Document =>
  new DOMParser().parseFromString(`<!doctype html><html ${root}><body>${body}</body></html>`, 'text/html');

const bilingual = `<p id="m">Wo ist meine Bestellung?<font class="notranslate immersive-translate-target-wrapper" lang="zh-CN"><br><font>我的订单在哪里？</font></font></p>`;

describe('a page the browser has translated', () => {
  it.each([
    ['Chrome, left to right', 'lang="zh-CN" class="translated-ltr"', '<p><font><font>你好</font></font></p>'],
    ['Chrome, right to left', 'lang="ar" class="translated-rtl x"', '<p>مرحبا</p>'],
    ['Edge', 'lang="de"', '<p _msttexthash="1234" _msthash="7">你好</p>'],
  ])('is known: %s', (_name, root, body) => {
    expect(isPageTranslated(pageOf(body, root))).toBe(true);
  });

  it('is known in Firefox by the language that changes within one document', () => {
    const doc = pageOf('<p>Hallo</p>');
    expect(isPageTranslated(doc)).toBe(false);
    doc.documentElement.lang = 'zh';
    expect(isPageTranslated(doc)).toBe(true);
  });

  it('is not any page that keeps its language, or says it more exactly', () => {
    const doc = pageOf('<p class="notranslate">SKU-1</p>', 'lang="en" class="translated"');
    expect(isPageTranslated(doc)).toBe(false);
    doc.documentElement.lang = 'en-GB';
    expect(isPageTranslated(doc)).toBe(false);
  });
});

describe('the nodes of a translator extension', () => {
  let doc: Document;
  beforeEach(() => {
    doc = pageOf(bilingual);
    document.body.innerHTML = bilingual;
  });

  it('are no part of what the page says', () => {
    expect(composedText(document.querySelector('#m')!)).toBe('Wo ist meine Bestellung?');
  });

  it('do not make the page a translated one: the original is still there', () => {
    expect(isPageTranslated(doc)).toBe(false);
  });

  it.each([
    '<span class="notranslate read-frog-translated-content-wrapper">x</span>',
    '<kiss-translator>x</kiss-translator>',
    '<font data-immersive-translate-translation-element-mark="1">x</font>',
  ])('are known: %s', (node) => {
    expect(isTranslatorNode(pageOf(node).body.firstElementChild!)).toBe(true);
  });

  it.each(['<span class="notranslate">SKU</span>', '<font>x</font>', '<x-frame>x</x-frame>'])(
    'are not the page’s own: %s',
    (node) => expect(isTranslatorNode(pageOf(node).body.firstElementChild!)).toBe(false),
  );

  it('leave a message without its original when they replace it', () => {
    const only = pageOf('<p><font class="notranslate immersive-translate-target-wrapper">你好</font></p>').body;
    expect(showsOnlyTranslation(only, '')).toBe(true);
    expect(showsOnlyTranslation(doc.body, 'Wo ist meine Bestellung?')).toBe(false);
    expect(showsOnlyTranslation(pageOf('<p></p>').body, '')).toBe(false);
  });
});

describe('an element that holds only text', () => {
  it.each([
    ['<b>Lena</b>', true],
    ['<b><font><font>Lena</font></font></b>', true],
    ['<b><font>Lena<i></i></font></b>', false],
    ['<b><i>Lena</i></b>', false],
  ])('%s: %s', (markup, expected) => {
    expect(holdsOnlyText(pageOf(markup).body.firstElementChild!)).toBe(expected);
  });
});
