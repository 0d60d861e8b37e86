import type { Lang } from '../ids';
import type { Span } from '../text/span';
import { BUCKETS, featuresOf } from './features';

/** A trained intent classifier: one row of 4-bit weights per bucket, one scale and one bias per class. */
export interface IntentModel {
  readonly labels: readonly string[];
  readonly scales: Float32Array;
  readonly biases: Float32Array;
  /** Two weights a byte, rows of `ceil(labels / 2)` bytes, offset by 8. */
  readonly weights: Uint8Array;
  readonly calibration: Calibration;
}

/** Bounds found on held-back seeds when the model was trained. */
export interface Calibration {
  /** Margin of the first over the second score above which the first is right in at least 90 of 100. */
  readonly sureMargin: number;
  /** A first score below this means: not understood. */
  readonly abstainBelow: number;
  /** How many times the score of the best intent `other` must have before it is believed. */
  readonly otherLead: number;
}

const MAGIC = 'PRLYINT1';
const HEADER_BYTES = MAGIC.length + 4;

/** Writes a model in the form `loadModel` reads. */
export function saveModel(model: IntentModel): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ labels: model.labels, calibration: model.calibration }));
  const classes = model.labels.length;
  const bytes = new Uint8Array(HEADER_BYTES + head.length + classes * 8 + model.weights.length);
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer);
  view.setUint32(MAGIC.length, head.length, true);
  bytes.set(head, HEADER_BYTES);
  let at = HEADER_BYTES + head.length;
  for (const list of [model.scales, model.biases]) {
    list.forEach((value) => {
      view.setFloat32(at, value, true);
      at += 4;
    });
  }
  bytes.set(model.weights, at);
  return bytes;
}

/**
 * Reads a weight file.
 *
 * Errors: throws when the bytes are not a model of this version; the file is ours, so that is a broken build.
 */
export function loadModel(file: ArrayBuffer | Uint8Array): IntentModel {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error('intent model: wrong format');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headEnd = HEADER_BYTES + view.getUint32(MAGIC.length, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_BYTES, headEnd))) as Head;
  const classes = head.labels.length;
  const weightsAt = headEnd + classes * 8;
  if (bytes.length !== weightsAt + BUCKETS * Math.ceil(classes / 2)) throw new Error('intent model: wrong length');
  const floats = (from: number) =>
    Float32Array.from({ length: classes }, (_, index) => view.getFloat32(from + index * 4, true));
  return {
    ...head,
    scales: floats(headEnd),
    biases: floats(headEnd + classes * 4),
    weights: bytes.subarray(weightsAt),
  };
}

type Head = Pick<IntentModel, 'labels' | 'calibration'>;

/** Probability of every class for one text, in the order of `labels`. */
export function classProbabilities(model: IntentModel, text: string): Float64Array {
  const features = featuresOf(text);
  const classes = model.labels.length;
  const rowBytes = Math.ceil(classes / 2);
  const sums = new Float64Array(classes);
  for (const bucket of features) {
    const row = bucket * rowBytes;
    for (let label = 0; label < classes; label += 1) {
      const byte = model.weights[row + (label >> 1)]!;
      sums[label]! += ((label & 1 ? byte >> 4 : byte & 15) - 8) * model.scales[label]!;
    }
  }
  const norm = 1 / Math.sqrt(Math.max(1, features.length));
  return softmax(sums.map((sum, label) => sum * norm + model.biases[label]!));
}

/** Turns scores into probabilities. */
export function softmax(scores: Float64Array): Float64Array {
  const max = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = scores.map((score) => Math.exp(score - max));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

const WORDS_SHOWN = 2;

/**
 * The words that weighed most for one label, in the order of the text.
 *
 * Units: UTF-16 offsets in the text given.
 */
export function wordEvidence(model: IntentModel, text: string, label: string, lang: Lang): readonly Span[] {
  const index = model.labels.indexOf(label);
  const words = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike,
  );
  const weighed = words.map(({ segment, index: start }) => ({
    start,
    end: start + segment.length,
    chance: classProbabilities(model, segment)[index] ?? 0,
  }));
  return weighed
    .sort((a, b) => b.chance - a.chance || a.start - b.start)
    .slice(0, WORDS_SHOWN)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end }));
}
