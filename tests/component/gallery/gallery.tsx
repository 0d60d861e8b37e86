import { createRoot } from 'react-dom/client';
import { Assistant } from '@/components/content/assistant';
import css from '@/components/content/assistant.css';
import checkCss from '@/components/content/check/check.css';
import { drawCheck } from '@/components/content/check/mount-check';
import { offerCheck } from '@/components/content/check/offered-check';
import { startCheck } from '@/components/content/check/start-check';
import { drawParts } from '@/components/content/parts/mount-part';
import { offerParts } from '@/components/content/parts/offered-parts';
import partsCss from '@/components/content/parts/parts.css';
import { FindingPopover } from '@/components/content/check/finding-popover';
import type { AssistantActions } from '@/components/content/model';
import { TranslateProvider } from '@/components/ui/translate';
import { aFinding } from '../content/samples';
import { readerOf, wordsOf, type Catalogue } from '../content/words';
import { err } from '@/utils/domain/result';
import enConvert from '@/public/locales/en/convert.json';
import enLint from '@/public/locales/en/lint.json';
import enNotes from '@/public/locales/en/notes.json';
import enPage from '@/public/locales/en/page.json';
import enReply from '@/public/locales/en/reply.json';
import zhConvert from '@/public/locales/zh-CN/convert.json';
import zhLint from '@/public/locales/zh-CN/lint.json';
import zhNotes from '@/public/locales/zh-CN/notes.json';
import zhPage from '@/public/locales/zh-CN/page.json';
import zhReply from '@/public/locales/zh-CN/reply.json';
import { scenes } from './scenes';

const WORDS: Readonly<Record<string, Readonly<Record<string, Catalogue>>>> = {
  en: { convert: enConvert, lint: enLint, notes: enNotes, page: enPage, reply: enReply },
  'zh-CN': { convert: zhConvert, lint: zhLint, notes: zhNotes, page: zhPage, reply: zhReply },
};

const nothing = () => undefined;
const saved = async () => true;
const actions: AssistantActions = {
  insertSuggestion: nothing,
  completeSuggestion: nothing,
  cancelFilling: nothing,
  copySuggestion: nothing,
  understand: async () => err({ kind: 'not-found' }),
  watchText: nothing,
  setTone: async () => undefined,
  insertConversion: nothing,
  showPalette: nothing,
  findReplies: async () => err({ kind: 'not-found' }),
  favourite: async () => err({ kind: 'not-found' }),
  insertFound: nothing,
  problemPrefill: async () => err({ kind: 'not-found' }),
  reportProblem: async () => err({ kind: 'not-found' }),
  keepProductValue: async () => err({ kind: 'not-found' }),
  applyFix: nothing,
  goToFinding: nothing,
  muteRule: async () => null,
  unmuteRule: async () => null,
  answerHeld: nothing,
  openNotes: nothing,
  closeNotes: nothing,
  reviewNote: async () => [],
  addNote: saved,
  editNote: saved,
  deleteNote: saved,
  changeRecord: saved,
  knownTags: async () => [],
  chooseShop: nothing,
  restoreDraft: nothing,
  discardDraft: nothing,
  unfold: nothing,
  setCollapsed: nothing,
  dismissNotice: nothing,
  retry: nothing,
};

const asked = new URLSearchParams(location.search);
const uiLang = asked.get('lang') ?? 'en';
const theme = asked.get('theme') ?? 'light';
const scene = scenes(uiLang)[asked.get('scene') ?? 'cards'];
if (!scene) throw new Error('unknown scene');

document.body.classList.toggle('dark', theme === 'dark');
document.querySelector('main')!.style.width = `${asked.get('width') ?? 600}px`;
if (uiLang === 'ar') document.documentElement.dir = 'rtl';

const host = document.querySelector('parley-root')!;
host.setAttribute('data-theme', theme);
const shadow = host.attachShadow({ mode: 'open' });
const style = document.createElement('style');
// The popover stands here without the script that would bring its styles.
style.textContent = asked.get('scene') === 'popover' ? css + checkCss : css;
offerParts(drawParts(partsCss));
const mountCheck = drawCheck(checkCss);
offerCheck({ start: startCheck, mount: mountCheck });
const box = document.createElement('div');
shadow.append(style, box);

const wordsLang = uiLang in WORDS ? uiLang : 'en';
const t = readerOf(wordsOf(WORDS[wordsLang] ?? {}), wordsLang);
createRoot(box).render(
  <TranslateProvider value={t}>
    <Assistant model={scene} actions={actions} />
    {asked.get('scene') === 'popover' && (
      <FindingPopover
        finding={aFinding()}
        anchor={{ left: 120, right: 220, top: 150, bottom: 168 }}
        uiLang={uiLang}
        actions={actions}
        onClose={nothing}
      />
    )}
  </TranslateProvider>,
);
