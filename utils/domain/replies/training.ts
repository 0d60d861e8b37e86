import { BUCKETS, featuresOf } from './features';
import { softmax } from './model';
import type { Calibration, IntentModel } from './model';

/** One labelled message. */
export interface Seed {
  readonly text: string;
  readonly intent: string;
  /** Further intents that are right too. */
  readonly also?: readonly string[];
}

const EPOCHS = 10;
const RATE = 0.5;
const L2 = 1e-5;
const ADAGRAD_EPSILON = 1e-6;
const NEGLIGIBLE = 0.003;
const STEPS = 7;

/** A small generator with a fixed seed: the same seeds must give the same bytes on every machine. */
function shuffler(): (list: number[]) => void {
  let state = 20261121;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  return (list) => {
    for (let at = list.length - 1; at > 0; at -= 1) {
      const other = Math.floor(next() * (at + 1));
      [list[at], list[other]] = [list[other]!, list[at]!];
    }
  };
}

/**
 * Trains the intent model: softmax regression with AdaGrad on hashed features, classes weighted by the root of their
 * rarity, then rounded to 4 bits per weight with one scale per class. Deterministic.
 */
export function trainModel(seeds: readonly Seed[], calibration: Calibration): IntentModel {
  const labels = [...new Set(seeds.map(({ intent }) => intent))].sort();
  const index = new Map(labels.map((label, at) => [label, at]));
  const rows = seeds.map((seed) => ({
    features: featuresOf(seed.text),
    targets: [seed.intent, ...(seed.also ?? [])].flatMap((label) => index.get(label) ?? []),
  }));
  const counts = labels.map((_, label) => rows.filter(({ targets }) => targets[0] === label).length);
  const weightOf = counts.map((count) => Math.sqrt(rows.length / (labels.length * count)));
  const { weights, biases } = descend(rows, labels.length, weightOf);
  return quantise(labels, weights, biases, calibration);
}

interface Row {
  readonly features: readonly number[];
  readonly targets: readonly number[];
}

function descend(rows: readonly Row[], classes: number, weightOf: readonly number[]) {
  const weights = new Float64Array(BUCKETS * classes);
  const squares = new Float64Array(BUCKETS * classes);
  const biases = new Float64Array(classes);
  const biasSquares = new Float64Array(classes);
  const order = rows.map((_, at) => at);
  const shuffle = shuffler();
  const gradient = new Float64Array(classes);
  const step = (list: Float64Array, sums: Float64Array, at: number, slope: number): void => {
    sums[at]! += slope * slope;
    list[at]! -= (RATE * slope) / (Math.sqrt(sums[at]!) + ADAGRAD_EPSILON);
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order);
    for (const at of order) {
      const { features, targets } = rows[at]!;
      const norm = 1 / Math.sqrt(Math.max(1, features.length));
      const scores = Float64Array.from(biases);
      for (const bucket of features) {
        const base = bucket * classes;
        for (let label = 0; label < classes; label += 1) scores[label]! += weights[base + label]! * norm;
      }
      const rowWeight = weightOf[targets[0]!]!;
      softmax(scores).forEach((chance, label) => (gradient[label] = chance * rowWeight));
      // The first label carries most of the row, further right ones share the rest.
      const rest = targets.length > 1 ? 0.3 : 0;
      targets.forEach((label, rank) => {
        gradient[label]! -= rowWeight * (rank === 0 ? 1 - rest : rest / (targets.length - 1));
      });
      // Most labels are settled for most rows; leaving them out makes training several times faster and changes nothing measurable.
      const active = labelsAbove(gradient, NEGLIGIBLE);
      for (const label of active) step(biases, biasSquares, label, gradient[label]!);
      for (const bucket of features) {
        const base = bucket * classes;
        for (const label of active) {
          step(weights, squares, base + label, gradient[label]! * norm + L2 * weights[base + label]!);
        }
      }
    }
  }
  return { weights, biases };
}

const labelsAbove = (gradient: Float64Array, bound: number): readonly number[] => {
  const labels: number[] = [];
  gradient.forEach((slope, label) => {
    if (Math.abs(slope) > bound) labels.push(label);
  });
  return labels;
};

function quantise(
  labels: readonly string[],
  weights: Float64Array,
  biases: Float64Array,
  calibration: Calibration,
): IntentModel {
  const classes = labels.length;
  const rowBytes = Math.ceil(classes / 2);
  const packed = new Uint8Array(BUCKETS * rowBytes).fill(0x88);
  const scales = new Float32Array(classes);
  for (let label = 0; label < classes; label += 1) {
    const column = Float64Array.from({ length: BUCKETS }, (_, bucket) => weights[bucket * classes + label]!);
    scales[label] = scaleFor(column);
    column.forEach((weight, bucket) => {
      const level = Math.max(-8, Math.min(STEPS, Math.round(weight / scales[label]!))) + 8;
      const at = bucket * rowBytes + (label >> 1);
      packed[at] = label & 1 ? (packed[at]! & 0x0f) | (level << 4) : (packed[at]! & 0xf0) | level;
    });
  }
  return { labels, scales, biases: Float32Array.from(biases), weights: packed, calibration };
}

/** The step between two levels: a few outliers are clipped so that the many small weights keep their differences. */
function scaleFor(column: Float64Array): number {
  const sizes = Float64Array.from(column, Math.abs).sort();
  const high = sizes[Math.floor(sizes.length * 0.998)]!;
  return Math.max(high, 1e-6) / STEPS;
}
