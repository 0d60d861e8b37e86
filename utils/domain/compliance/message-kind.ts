import { mentions, type CompiledPack } from './engine';
import type { MessageKind } from './input';

/** What a draft is about, as far as the context rules ask: a review request, or anything else. */
export const messageKind = (text: string, compiled: CompiledPack): MessageKind =>
  mentions(text, 'REVIEW_ASK', compiled) ? 'review-request' : 'other';
