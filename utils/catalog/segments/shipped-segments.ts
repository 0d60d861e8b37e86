import type { SegmentRule } from '../../domain/customers/segment';
import segments from './segments.json';

/** The segments a desk starts with. */
export const shippedSegments = segments as readonly SegmentRule[];
