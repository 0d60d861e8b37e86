import { afterEach, describe, expect, it } from 'vitest';
import { createAliexpressLists } from '@/utils/marketplaces/aliexpress/lists';
import { pageHealth } from '@/utils/marketplaces/page-health';

const disputes = new URL('https://csp.aliexpress.com/m_apps/dispute-management/list');
const feedback = new URL('https://csp.aliexpress.com/m_apps/feedback-manage/list');
const ids = ['8161000000000001', '8161000000000002'];

afterEach(() => document.body.replaceChildren());

/** Reads a table whose rows have these cells behind the order's number. */
function read(url: URL, cells: readonly string[]) {
  const rows = ids.map((id) => `<tr>${[id, ...cells].map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  document.documentElement.lang = 'en';
  document.body.innerHTML = `<main><table><tbody>${rows.join('')}</tbody></table></main>`;
  const lists = createAliexpressLists();
  lists.readOrders(document, url);
  const events = lists.readEvents(document, url);
  return { events: events.ok ? events.value : [], glance: pageHealth(lists.health()) };
}

describe('the reason of a dispute', () => {
  const state = 'Waiting for your response';

  it('is the only plain text of a row', () => {
    const { events } = read(disputes, ['Quality', state]);
    expect(events.map(({ reason }) => reason)).toEqual(['Quality', 'Quality']);
  });

  it('is nothing where two texts could be it: one may be a name', () => {
    const { events } = read(disputes, ['Maria Lopez', 'Quality', state]);
    expect(events).toHaveLength(2);
    expect(events.every((event) => !('reason' in event))).toBe(true);
  });

  it('is nothing where the labelled text holds numbers', () => {
    const { events } = read(disputes, ['<p><span>Reason:</span><span>call 0044 7700 900123</span></p>', state]);
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toMatch(/900123/);
  });
});

describe('a page of disputes', () => {
  it('has none in rows that say neither a state nor a number of the dispute', () => {
    expect(read(disputes, ['Blue lamp', 'Quality']).events).toEqual([]);
  });
});

describe('stars', () => {
  const five = (name: string): string =>
    `<div class="${name}"><i class="on"></i><i class="x"></i><i class="x"></i><i class="x"></i><i class="x"></i></div>`;

  it('are not what any five elements are, one of which is active', () => {
    expect(read(feedback, [five('tabs')]).events).toEqual([]);
  });

  it('counted by classes make the page one that was guessed', () => {
    const { events, glance } = read(feedback, [five('my-star-row')]);
    expect(events.map(({ stars }) => stars)).toEqual([1, 1]);
    expect(glance).toBe('limited');
  });

  it('said to screen readers are no guess', () => {
    const { events, glance } = read(feedback, ['<div role="img" aria-label="4 stars"></div>']);
    expect(events.map(({ stars }) => stars)).toEqual([4, 4]);
    expect(glance).toBe('good');
  });
});
