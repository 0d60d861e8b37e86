/** Words programmers name pages by; whatever else stands at the end of an address may be somebody's name. */
const ROUTE =
  'account admin all answer app archive ask box buyer case catalog center centre chat claim client comment compose console contact conversation customer dashboard desk detail dispute edit enquiry feedback help history home hub inbox index inquiry issue item list mail main manage management manager message messaging messenger new note notification open order overview panel pending portal post product question queue rating read refund reply request resolution return review room sale search seller send sent service session settings shop show store support talk task team thread ticket unread view web window work workbench workspace'.split(
    ' ',
  );
const SHORT_ROUTE = new Set('cs crm do faq htm html im jsp php pm qa asp aspx'.split(' '));
const ROUTE_WORD = new RegExp(ROUTE.toSorted((one, other) => other.length - one.length).join('|'), 'g');

/** Pieces of a written name in small letters: `orderDetail`, `order-detail` and `order_detail` give order, detail. */
export const piecesOfName = (text: string): readonly string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((piece) => piece !== '');

const isRoute = (piece: string): boolean => SHORT_ROUTE.has(piece) || /^s?$/.test(piece.replace(ROUTE_WORD, ''));

/** Whether a segment of an address holds at least one word that pages, and not people, are named by. */
export const hasRouteWord = (segment: string): boolean => piecesOfName(segment).some(isRoute);

/** Whether a segment of an address is made of such words alone. */
export const isAllRoute = (segment: string): boolean => piecesOfName(segment).every(isRoute);

/**
 * Whether a written name holds one of the names of people: as a piece of it, or run together with others and initials.
 *
 * @param names In small letters.
 */
export function holdsName(text: string, names: ReadonlySet<string>): boolean {
  return piecesOfName(text).some((piece) => {
    if (names.has(piece)) return true;
    let rest = piece;
    for (const name of names) if (name.length >= 3 && rest.includes(name)) rest = rest.replaceAll(name, '');
    // `jdoe` and `janed` are people as well.
    return rest !== piece && rest.length <= 1;
  });
}
