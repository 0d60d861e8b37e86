import { isProfileSelector } from '../domain/profiles/selector-syntax';
import { createScope, type Scope } from './deep-query';
import { marksOf, tagMark, type MarkCare } from './derive-selectors-marks';
import { pickNear } from './derive-selectors-near';
import { shareReads } from './share-reads';

/** Ancestors that are looked at for something stable. */
const MAX_CLIMB = 8;
/** Selectors that are kept of one element: more only cost time. */
const MAX_KEPT = 8;
/** With so many of one kind, weaker ones are left out: they could find something else once these find nothing. */
const ENOUGH = 2;
/** Searches of the page that one derivation may cost. */
const MAX_TRIES = 400;

/** What a derivation works with. */
export interface DeriveOptions {
  readonly doc: Document;
  /** The text box answers are written into: where a selector finds several elements, the one nearest to it counts. */
  readonly box?: Element | undefined;
  /** `words`: the element shows a person's name or words, nothing of which may stand in a selector. */
  readonly care: MarkCare['care'];
  /** Words that may be names of people, in small letters; none of them may stand in a selector. */
  readonly names: ReadonlySet<string>;
}

/** Ancestors within the same root, nearest first: selectors do not reach over a shadow boundary. */
const ancestorsIn = (element: Element): readonly Element[] => {
  const found: Element[] = [];
  for (let at = element.parentElement; at && found.length < MAX_CLIMB; at = at.parentElement) {
    if (at.localName === 'body' || at.localName === 'html') break;
    found.push(at);
  }
  return found;
};

const LANDMARKS = 'main,form,aside,header,footer,section,article,dialog,nav,table,fieldset';
/** Stable marks of an ancestor; the landmark elements are their own. */
const holderMarks = (holder: Element, care: MarkCare): readonly string[] => {
  const marks = marksOf(holder, care).slice(0, 5);
  return holder.matches(LANDMARKS) ? [...marks, holder.localName] : marks;
};

/** A step whose place is counted from both ends: when anything is added or taken away it finds nothing instead of a neighbour. */
function lockedStep(element: Element): string {
  const siblings = [...(element.parentNode as ParentNode).children];
  const at = siblings.indexOf(element);
  if (siblings.length === 1) return `${element.localName}:only-child`;
  return `${element.localName}:nth-child(${at + 1}):nth-last-child(${siblings.length - at})`;
}

/** Whether an element is one of several rows of the same kind: its place among them changes with every message or order. */
function isRow(element: Element): boolean {
  const alike = [...(element.parentNode?.children ?? [])].filter(
    (other) => other.localName === element.localName && other.className === element.className,
  );
  // Cells and entries stay where they are; their number is counted.
  if (/^(?:td|th|dt|dd)$/.test(element.localName)) return false;
  return alike.length >= 3 || /^(?:tr|li)$/.test(element.localName) || element.getAttribute('role') === 'row';
}

/** The way from the nearest ancestors with a mark, step by step; only where no step chooses among rows. */
function* structuralPaths(element: Element, care: MarkCare): Generator<string> {
  let path = '';
  for (let at: Element | null = element; at && path.length < 200 && !isRow(at); at = at.parentElement) {
    path = path === '' ? lockedStep(at) : `${lockedStep(at)} > ${path}`;
    const holder = at.parentElement;
    if (!holder || holder.localName === 'html') return;
    for (const mark of holderMarks(holder, care).slice(0, 2)) yield `${mark} > ${path}`;
  }
}

/** Candidates by names, in the order in which they are trusted: the element's own first, then with those around it. */
function* namedCandidates(element: Element, care: MarkCare): Generator<string> {
  const own = marksOf(element, care);
  yield* own;
  for (const holder of ancestorsIn(element))
    for (const mark of holderMarks(holder, care).slice(0, 3))
      for (const last of own.slice(0, 4)) yield `${mark} ${last}`;
}

/** Candidates by what the element is; a heading or a link alone could be any, so only within something that has a name. */
function* meaningCandidates(element: Element, care: MarkCare): Generator<string> {
  const tag = tagMark(element);
  if (!tag) return;
  if (tag === 'textarea') yield tag;
  for (const holder of ancestorsIn(element)) for (const mark of holderMarks(holder, care)) yield `${mark} ${tag}`;
}

/**
 * Selectors that find an element again, most robust first. Each one was tried on the page and gave what `isRight` wants.
 */
export function deriveSelectors(
  element: Element,
  isRight: (hits: readonly Element[]) => boolean,
  { doc, care: how, names }: DeriveOptions,
): readonly string[] {
  return shareReads(() => {
    const care: MarkCare = { shown: (element.textContent ?? '').slice(0, 2_000), care: how, names };
    const scope: Scope = createScope(doc);
    const tried = new Set<string>();
    const works = (css: string): boolean => {
      if (tried.has(css) || tried.size >= MAX_TRIES || !isProfileSelector(css)) return false;
      tried.add(css);
      return isRight(scope.all(css));
    };
    const kept: string[] = [];
    const collect = (candidates: Iterable<string>): void => {
      for (const css of candidates) {
        if (kept.length >= MAX_KEPT) return;
        if (works(css)) kept.push(css);
      }
    };
    collect(namedCandidates(element, care));
    if (kept.length < ENOUGH) collect(meaningCandidates(element, care));
    // The way step by step is a last resort: it breaks with every wrapper, and then rightly finds nothing.
    if (kept.length < ENOUGH) collect(structuralPaths(element, care));
    return kept;
  });
}

/** Selectors of the one element somebody pointed at: alone on the page first, else the nearest one to the text box. */
export function deriveOne(element: Element, options: DeriveOptions): readonly string[] {
  const kept = deriveSelectors(element, (hits) => pickNear(hits, options.box) === element, options);
  const scope = createScope(options.doc);
  const isAlone = (css: string): boolean => scope.all(css).length === 1;
  return [...kept.filter(isAlone), ...kept.filter((css) => !isAlone(css))];
}
