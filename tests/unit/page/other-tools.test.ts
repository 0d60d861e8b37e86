import { describe, expect, it } from 'vitest';
import { isDrawnInByOthers } from '@/utils/page/other-tools';

const drawn = (html: string): boolean => {
  document.body.innerHTML = html;
  return isDrawnInByOthers(document.querySelector<HTMLElement>('textarea')!);
};

describe('another tool in the text box', () => {
  it.each([
    ['Grammarly beside it', '<div><grammarly-extension></grammarly-extension><textarea></textarea></div>'],
    ['Grammarly by its mark', '<textarea data-gramm="true"></textarea>'],
    ['LanguageTool', '<div><lt-highlighter></lt-highlighter><textarea></textarea></div>'],
    ['DeepL beside it', '<div><textarea></textarea><deepl-input-controller></deepl-input-controller></div>'],
    ['ProWritingAid', '<div><div class="prowritingaid-overlay"></div><textarea></textarea></div>'],
  ])('is seen: %s', (_tool, html) => expect(drawn(html)).toBe(true));

  it.each([
    ['none', '<div><textarea></textarea></div>'],
    ['a page that refuses Grammarly', '<textarea data-gramm="false"></textarea>'],
    [
      'DeepL at the end of the page',
      '<main><div><p><textarea></textarea></p></div></main><deepl-input-controller></deepl-input-controller>',
    ],
  ])('is not seen: %s', (_tool, html) => expect(drawn(html)).toBe(false));
});
