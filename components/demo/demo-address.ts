/** Stands in the address of a page that shows the demo data, so that a reload stays there and new tabs do not. */
const DEMO = '?demo';

/** Where the demo data is looked at. */
export const demoHref = `${DEMO}#/today`;

/** Whether an address asks for the demo data. */
export const isDemoAddress = (search: string): boolean => search === DEMO;

/** Where somebody leaves to: the settings of their own desk, where the demo data is removed. */
export const deskHref = 'dashboard.html#/settings';
