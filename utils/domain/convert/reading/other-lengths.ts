import type { Token } from './tokens';

/** Parts of shoes and other things that are measured in cm as well as a foot, folded, by how they begin. */
const THINGS =
  /^(?:heels?$|width$|wide$|sole$|soles$|insoles?$|shafts?$|platforms?$|bags?$|handbag|cables?$|cord$|strap|absatz|breite$|breit$|sohle|innensohle|einlegesohle|schaft|tasche|kabel|talons?$|largeur|semelle|tige$|sac$|plateau|tacon|anchura$|ancho$|suela|plantilla|plataforma|bolso|tacc[oh]|larghezza|suola|solett|borsa|salto$|largura|sola$|palmilha|cano$|obcas|szerokosc|podeszw|wkladk|cholew|каблук|ширин|подошв|стельк|голенищ|платформ|сумк|кабел|hak$|hakken$|hakhoogte|breedte|zool|inlegzo|topuk(?!lu)|genislik|taban|كعب|الكعب|عرض|العرض|نعل)/;
/** The same in scripts without spaces, anywhere in the clause. */
const COMPACT_THINGS =
  /跟高|鞋跟|后跟|鞋垫|鞋墊|鞋底|内长|内長|筒高|宽度|寬度|ヒール|かかと|ソール|インソール|中敷|굽|밑창|깔창|너비|폭/;
const REACH = 4;
const REACH_AFTER = 3;

/** "7 cm heel", "heel height 10 cm", "width 10 cm": a length that stands beside the name of a thing and is no foot's. */
export function isOtherLength(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens.slice(Math.max(0, first - REACH), first);
  const from = before.findLastIndex(({ kind, text }) => kind === 'number' || '.?!,;'.includes(text));
  const near = before.slice(from + 1);
  if (near.some(isThing) || COMPACT_THINGS.test(near.map(({ text }) => text).join(''))) return true;
  if (isOfThing(tokens)) return true;
  const after = tokens.slice(last + 1, last + 1 + REACH_AFTER);
  const end = after.findIndex(
    ({ kind, role, text }) => kind === 'number' || '.?!,;'.includes(text) || role?.or === true,
  );
  const words = end < 0 ? after : after.slice(0, end);
  // "10 cm width 8 cm": the word belongs to the number behind it.
  return tokens[last + 1 + words.length]?.kind !== 'number' && words.some(isThing);
}

const isThing = ({ kind, text }: Token): boolean => kind === 'word' && (THINGS.test(text) || COMPACT_THINGS.test(text));

/** "width 10 cm, length 30 cm": who gives a width and no foot describes a thing. */
function isOfThing(tokens: readonly Token[]): boolean {
  const known = things.get(tokens) ?? (tokens.some(({ text }) => WIDTH.test(text)) && !tokens.some(({ role }) => role?.body === 'footCm')); // prettier-ignore
  things.set(tokens, known);
  return known;
}
const things = new WeakMap<readonly Token[], boolean>();
const WIDTH = /^(?:width|breite|largeur|anchura|ancho|larghezza|largura|szerokosc|ширина|breedte|genislik|عرض|العرض)$/;
