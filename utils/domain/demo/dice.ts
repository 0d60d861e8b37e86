/** Chance that comes out the same for the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to below 1 (mulberry32). */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Whether something of this probability happens. */
  isHit(chance: number): boolean {
    return this.unit() < chance;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1));
  }

  /** One of a list that is not empty. */
  one<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)] as T;
  }

  /** A name by its share among all. */
  share<K extends string>(shares: Readonly<Record<K, number>>): K {
    const entries = Object.entries(shares) as [K, number][];
    let left = this.unit() * entries.reduce((sum, [, part]) => sum + part, 0);
    for (const [name, part] of entries) {
      left -= part;
      if (left < 0) return name;
    }
    return (entries.at(-1) as [K, number])[0];
  }

  /** A number around the middle, seldom far above it: how long people take for something. */
  around(middle: number): number {
    return middle * Math.exp((this.unit() + this.unit() + this.unit() - 1.5) * 1.1);
  }

  /** `length` letters and digits as a keyed hash has them; of nothing in particular. */
  letters(length: number): string {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return Array.from({ length }, () => signs[Math.floor(this.unit() * signs.length)]).join('');
  }
}
