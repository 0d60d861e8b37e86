import type { ScoredIntent } from '../draft';
import type { ReplyHabits } from '../habits';
import type { ReplyTemplate, TemplateBlock } from '../template';
import { misfitOf, sentenceMisfit, type Misfit, type Situation } from './fit';
import { searchable, termsOf, type SearchTerm } from './fold';
import { typedPinyin, type Pinyin, type PinyinMatcher } from './pinyin';
import type { ReplyIndex } from './reply-index';

/** What is looked for, and where from. */
export interface ReplyQuery {
  readonly query: string;
  readonly limit: number;
  readonly situation: Situation;
  /** What the buyer wants, best first: among equals, what answers it stands first. */
  readonly intents: readonly ScoredIntent[];
  readonly habits: ReplyHabits;
}

/** One template, or one of its sentences when it has a block. */
export interface ReplyHit {
  readonly template: ReplyTemplate;
  readonly block: TemplateBlock | null;
  readonly misfit: Misfit | null;
}

/** What was found, best first, and how many there are in all. */
export interface RankedReplies {
  readonly hits: readonly ReplyHit[];
  readonly count: number;
}

// A word of the title says more about a reply than a word of its text; use can move a reply past the next kind of match.
const TITLE_START = 100;
const TITLE = 80;
const TITLE_PINYIN = 70;
const LABEL = 60;
const TITLE_CHARACTERS = 50;
const TEXT = 40;
const TEXT_CHARACTERS = 30;
const TEXT_PINYIN = 20;
const FAVOURITE = 15;
const PER_DOUBLED_USE = 4;
const MOST_FOR_USE = 16;
const ANSWERS_THE_BUYER = 10;
/** A sentence is found by its own words; the title above it only helps. */
const TITLE_OF_SENTENCE = 0.2;
/** What stands for everything when nothing is looked for. */
const ANY = 1;
/** More words than anybody looks for at once. */
const MOST_TERMS = 8;
/** One letter is in every text; it is looked for in titles and tags. */
const SHORT_PIECE = 2;
const FEWEST_LETTERS = 2;
/** Two letters begin syllables everywhere; in long texts initials count from here. */
const FEWEST_INITIALS = 3;

interface Search {
  readonly terms: readonly SearchTerm[];
  readonly whole: string;
  /** As pinyin: for titles, and for texts by syllables and by first letters. */
  readonly inTitles: PinyinMatcher | null;
  readonly inTexts: PinyinMatcher | null;
  readonly initials: string | null;
}

function searchFor(query: string, pinyin: Pinyin | null): Search {
  const typed = typedPinyin(query);
  const isPinyin = pinyin !== null && typed !== null && typed.length >= FEWEST_LETTERS;
  return {
    terms: termsOf(query).slice(0, MOST_TERMS),
    whole: searchable(query).trimEnd(),
    inTitles: isPinyin ? pinyin.matcher(query, 'any') : null,
    inTexts: isPinyin ? pinyin.matcher(query, 'whole') : null,
    initials: isPinyin && typed.length >= FEWEST_INITIALS ? typed : null,
  };
}

const isShort = ({ piece, characters }: SearchTerm): boolean => characters === null && piece.length <= SHORT_PIECE;

/** How well each sentence holds a term. */
function textScores({ sentences, textPieces }: ReplyIndex, term: SearchTerm): Float32Array {
  const scores = new Float32Array(sentences.length);
  if (!isShort(term)) textPieces.score(term, scores, { whole: TEXT, scattered: TEXT_CHARACTERS, fewest: 3 });
  return scores;
}

/** How well the title and the tags of each template hold it. */
function titleScores({ templates, titlePieces, labelPieces }: ReplyIndex, term: SearchTerm): Float32Array {
  const scores = new Float32Array(templates.length);
  titlePieces.score(term, scores, { whole: TITLE, scattered: TITLE_CHARACTERS, fewest: 2 });
  labelPieces.score(term, scores, { whole: LABEL });
  return scores;
}

/** Adds the scores of one term; what a term is nowhere in is out. */
function addTerm(sums: Float32Array, scores: Float32Array, isFirst: boolean): void {
  for (let at = 0; at < sums.length; at += 1) {
    sums[at] = scores[at] === 0 || (!isFirst && sums[at] === 0) ? 0 : sums[at]! + scores[at]!;
  }
}

const average = (sums: Float32Array, { terms }: Search): Float32Array => sums.map((sum) => sum / terms.length);

/** Sentences whose Chinese is read as the query. */
function* readSentences(index: ReplyIndex, { inTexts, initials }: Search): Generator<number> {
  const seen = new Set<number>();
  for (const reading of inTexts?.begins ?? []) {
    for (const number of index.byReading.get(reading) ?? []) {
      if (seen.has(number)) continue;
      seen.add(number);
      const { readings } = index.sentences[number]!;
      if (readings && inTexts?.matches(readings)) yield number;
    }
  }
  if (initials === null) return;
  const { text, sentenceAt } = index.initials();
  for (let at = text.indexOf(initials); at >= 0; at = text.indexOf(initials, at + 1)) {
    const number = sentenceAt(at);
    yield number;
    at = Math.max(at, text.indexOf('\n', at));
  }
}

function scoreTemplates(index: ReplyIndex, search: Search): Float32Array {
  const sums = new Float32Array(index.templates.length);
  search.terms.forEach((term, place) => {
    const scores = titleScores(index, term);
    textScores(index, term).forEach((score, number) => {
      const { template } = index.sentences[number]!;
      if (score > scores[template]!) scores[template] = score;
    });
    addTerm(sums, scores, place === 0);
  });
  const scores = average(sums, search);
  const raise = (at: number, score: number): void => {
    if (score > scores[at]!) scores[at] = score;
  };
  index.titles.forEach((own, at) => own.some((title) => title.startsWith(search.whole)) && raise(at, TITLE_START));
  if (search.inTitles) {
    index.titleReadings.forEach((own, at) => own && search.inTitles?.matches(own) && raise(at, TITLE_PINYIN));
  }
  for (const number of readSentences(index, search)) raise(index.sentences[number]!.template, TEXT_PINYIN);
  return scores;
}

function scoreSentences(index: ReplyIndex, search: Search): Float32Array {
  const sums = new Float32Array(index.sentences.length);
  const own = new Uint8Array(index.sentences.length);
  search.terms.forEach((term, place) => {
    const scores = textScores(index, term);
    const titles = titleScores(index, term);
    scores.forEach((score, number) => {
      if (score > 0) own[number] = 1;
      else scores[number] = titles[index.sentences[number]!.template]! * TITLE_OF_SENTENCE;
    });
    addTerm(sums, scores, place === 0);
  });
  // With no word of its own a sentence only stands under a title that was found: after all that say it themselves.
  const scores = average(sums, search).map((score, number) => (own[number] === 1 ? score : score / 2));
  for (const number of readSentences(index, search)) scores[number] = Math.max(scores[number]!, TEXT_PINYIN);
  return scores;
}

/** What use and liking add. */
function habitScore(id: string, { used, favourites }: ReplyHabits): number {
  const count = used[id]?.count ?? 0;
  const forUse = Math.min(MOST_FOR_USE, PER_DOUBLED_USE * Math.log2(1 + count));
  return forUse + (favourites.has(id) ? FAVOURITE : 0);
}

interface Candidate {
  readonly hit: ReplyHit;
  readonly score: number;
  readonly at: string;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What fits stands before what does not; equal ones by when they were used last, then by id: the same page, the same list. */
const byRank = (a: Candidate, b: Candidate): number =>
  Number(a.hit.misfit !== null) - Number(b.hit.misfit !== null) ||
  b.score - a.score ||
  compare(b.at, a.at) ||
  compare(a.hit.template.id, b.hit.template.id) ||
  compare(a.hit.block?.id ?? '', b.hit.block?.id ?? '');

/** Keeps the best few without sorting them all. */
function best(candidates: Iterable<Candidate>, limit: number): { readonly hits: readonly ReplyHit[]; count: number } {
  const kept: Candidate[] = [];
  let count = 0;
  for (const candidate of candidates) {
    count += 1;
    const last = kept[limit - 1];
    if (last && byRank(candidate, last) >= 0) continue;
    let place = Math.min(kept.length, limit - 1);
    while (place > 0 && byRank(candidate, kept[place - 1]!) < 0) place -= 1;
    kept.splice(place, 0, candidate);
    if (kept.length > limit) kept.pop();
  }
  return { hits: kept.map(({ hit }) => hit), count };
}

interface Known {
  readonly bonus: number;
  readonly at: string;
}

/** What is the same for a template and all its sentences, worked out once. */
function knowing({ habits, intents }: ReplyQuery, { templates }: ReplyIndex): (template: number) => Known {
  const wanted = new Map(intents.map(({ id, score }) => [id, score]));
  const known: Known[] = [];
  return (place) => {
    const { id, intent } = templates[place]!;
    return (known[place] ??= {
      bonus: habitScore(id, habits) + ANSWERS_THE_BUYER * (wanted.get(intent) ?? 0),
      at: habits.used[id]?.at ?? '',
    });
  };
}

/** Finds templates by title, tags, id and text; without a query all of them, those the agent uses first. */
export function findReplies(index: ReplyIndex, pinyin: Pinyin | null, query: ReplyQuery): RankedReplies {
  const search = searchFor(query.query, pinyin);
  const scores = search.terms.length === 0 ? null : scoreTemplates(index, search);
  const know = knowing(query, index);
  function* candidates(): Generator<Candidate> {
    for (const [place, template] of index.templates.entries()) {
      const score = scores ? scores[place]! : ANY;
      if (score === 0) continue;
      const { bonus, at } = know(place);
      yield { hit: { template, block: null, misfit: misfitOf(template, query.situation) }, score: score + bonus, at };
    }
  }
  return best(candidates(), query.limit);
}

/** Finds single sentences by their words in any language that was loaded. */
export function findSentences(index: ReplyIndex, pinyin: Pinyin | null, query: ReplyQuery): RankedReplies {
  const search = searchFor(query.query, pinyin);
  const scores = search.terms.length === 0 ? null : scoreSentences(index, search);
  const know = knowing(query, index);
  function* candidates(): Generator<Candidate> {
    for (const [number, { template: place, block, isListed }] of index.sentences.entries()) {
      const score = scores ? scores[number]! : ANY;
      if (score === 0 || !isListed) continue;
      const { bonus, at } = know(place);
      const template = index.templates[place]!;
      const misfit = sentenceMisfit(template, block, query.situation);
      yield { hit: { template, block, misfit }, score: score + bonus, at };
    }
  }
  return best(candidates(), query.limit);
}
