import type { Span } from '../../text/span';
import * as contacts from './contacts';
import * as format from './format';

/** Finds places in a text without knowing its language. */
export interface Detector {
  /** Whether it reads the text as typed (case, emoji) or as normalised. */
  readonly reads: 'original' | 'normalised';
  find(text: string): readonly Span[];
}

/** The cue class of a pack that lists the hosts a message may link to. */
export const ALLOWED_HOSTS = '@hosts';

/** All detectors by the name patterns use, `hosts` being the list of allowed link targets. */
export const detectors = (hosts: readonly string[]): ReadonlyMap<string, Detector> =>
  new Map<string, Detector>([
    ['@email', { reads: 'normalised', find: contacts.findEmails }],
    ['@link', { reads: 'normalised', find: contacts.findLinks(contacts.hostList(hosts)) }],
    ['@chat-link', { reads: 'normalised', find: contacts.findChatLinks }],
    ['@phone', { reads: 'normalised', find: contacts.findPhones }],
    ['@handle', { reads: 'normalised', find: contacts.findHandles }],
    ['@money', { reads: 'normalised', find: contacts.findMoney }],
    ['@star-row', { reads: 'normalised', find: contacts.findStarRows }],
    ['@placeholder', { reads: 'original', find: format.findPlaceholders }],
    ['@emoji', { reads: 'original', find: format.findEmoji }],
    ['@html', { reads: 'original', find: format.findHtml }],
    ['@line-breaks', { reads: 'original', find: format.findLineBreaks }],
  ]);
