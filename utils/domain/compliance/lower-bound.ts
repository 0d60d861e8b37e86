/** First index of a rising list whose value is at least `limit`; its length when there is none. */
export function lowerBound<T>(list: ArrayLike<T>, limit: number, valueOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueOf(list[middle] as T) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
