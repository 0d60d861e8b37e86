/** What a line of the work log adds to the reports. */
import type { LogRow } from '../records';
import { readSentDetail } from '../worklog/sent-measures';
import { addTo, cellOf, closedCells, type Cells, type OpenCells } from './cells';
import { openSteps, spanOf, waitSteps } from './spans';

/** A line as it waits to be counted; whom it is about is not among it. */
export type CountedLine = Pick<LogRow, 'what' | 'at' | 'shopId' | 'authorId' | 'detail'>;

const countSent = (cells: OpenCells, line: CountedLine, hour: number): void => {
  const { templateId, lang, intent, openFor, waited, isForeign, isEdited, isWatched, changed } = readSentDetail(line);
  addTo(cells, 'sent');
  addTo(cells, cellOf('sent', 'hour', String(hour)));
  if (intent) addTo(cells, cellOf('sent', 'intent', intent));
  if (lang) addTo(cells, cellOf('sent', 'lang', lang));
  if (isWatched) addTo(cells, 'sent-watched');
  if (isForeign) addTo(cells, 'sent-foreign');
  if (templateId) {
    addTo(cells, 'sent-reply');
    addTo(cells, cellOf('sent', 'template', templateId));
    if (isEdited) addTo(cells, cellOf('edited', 'template', templateId));
  }
  if (openFor !== undefined) {
    addTo(cells, cellOf('sent', 'open', String(spanOf(openFor, openSteps))));
    const how = isWatched ? 'sent-watched' : templateId ? 'sent-reply' : 'sent-own';
    addTo(cells, cellOf(how, 'open', String(spanOf(openFor, openSteps))));
  }
  if (waited !== undefined) addTo(cells, cellOf('sent', 'waited', String(spanOf(waited, waitSteps))));
  if (changed) addTo(cells, 'sent-mended');
  for (const rule of changed ?? []) addTo(cells, cellOf('mended', 'rule', rule));
};

/** Lines whose number is all there is to them. */
const COUNTED: Readonly<Record<string, string>> = {
  'message.inserted': 'inserted',
  'conversation.opened': 'opened',
  'review.asked': 'review-asked',
  escalated: 'escalated',
};

/** Whether a line is counted at all. */
export const isCountedLine = ({ what }: Pick<LogRow, 'what'>): boolean =>
  what === 'message.sent' || what === 'message.overridden' || what in COUNTED;

/** What one line adds, with the hour of its day where the agent sits. */
export const lineCells = (line: CountedLine, hour: number): Cells => {
  const cells: OpenCells = new Map();
  if (line.what === 'message.sent') countSent(cells, line, hour);
  if (line.what === 'message.overridden') {
    addTo(cells, 'sent-despite');
    for (const rule of String(line.detail.rules ?? '').split(' '))
      if (rule) addTo(cells, cellOf('despite', 'rule', rule));
  }
  const plain = COUNTED[line.what];
  if (plain !== undefined) addTo(cells, plain);
  return closedCells(cells);
};
