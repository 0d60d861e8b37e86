/** Whether a count says anything: exact tails of small counts, and how many such questions were asked at once. */

/** Natural logarithms of 0! to n!. */
const logFactorials = (n: number): Float64Array => {
  const logs = new Float64Array(n + 1);
  for (let at = 2; at <= n; at += 1) logs[at] = logs[at - 1]! + Math.log(at);
  return logs;
};

/**
 * How likely it is that chance alone puts at least `hits` of `n` things where each falls with probability `p` (upper tail
 * of the binomial distribution, exact).
 */
export const atLeast = (hits: number, n: number, p: number): number => {
  if (hits <= 0) return 1;
  if (hits > n || p <= 0) return 0;
  if (p >= 1) return 1;
  const logs = logFactorials(n);
  const [log, logOther] = [Math.log(p), Math.log1p(-p)];
  let tail = 0;
  // From the smallest term on: the sum keeps its digits.
  for (let k = n; k >= hits; k -= 1)
    tail += Math.exp(logs[n]! - logs[k]! - logs[n - k]! + k * log + (n - k) * logOther);
  return Math.min(tail, 1);
};

/** The same tail with the last step counted by half (mid-p): exact tails of few things are too careful. */
export const midTail = (hits: number, n: number, p: number): number =>
  (atLeast(hits, n, p) + atLeast(hits + 1, n, p)) / 2;

/**
 * For each of many questions asked at once, the share of false alarms among all answers that are at least as clear
 * (Benjamini and Hochberg 1995, adjusted values), in the order given.
 */
export const falseShares = (tails: readonly number[]): readonly number[] => {
  const order = tails.map((_, at) => at).sort((a, b) => tails[b]! - tails[a]!);
  const shares = new Array<number>(tails.length);
  let least = 1;
  order.forEach((at, rank) => {
    least = Math.min(least, (tails[at]! * tails.length) / (tails.length - rank));
    shares[at] = least;
  });
  return shares;
};
