import { createElement, useEffect, useState, type ComponentType } from 'react';
import type { PageName, Route } from './route';

/** What a page of the dashboard draws for an address. */
export type PageView = ComponentType<{ readonly route: Route }>;

const loaders: Readonly<Record<PageName, () => Promise<PageView>>> = {
  today: async () => {
    const { TodayPage } = await import('../today/today-page');
    return function Today() {
      return createElement(TodayPage);
    };
  },
  buyers: async () => {
    const { BuyersPage } = await import('../customers/buyers-page');
    return function Buyers({ route }) {
      return createElement(BuyersPage, { open: route.page === 'buyers' ? route.buyer : null });
    };
  },
  templates: async () => {
    const { TemplatesPage } = await import('../templates/templates-page');
    return function Templates({ route }) {
      return createElement(TemplatesPage, { open: route.page === 'templates' ? route.template : null });
    };
  },
  converter: async () => {
    const { ConverterPage } = await import('./converter-page');
    return function Converter() {
      return createElement(ConverterPage);
    };
  },
  rules: async () => {
    const { RulesPage } = await import('../rules/rules-page');
    return function Rules() {
      return createElement(RulesPage);
    };
  },
  reports: async () => {
    const { ReportsPage } = await import('../reports/reports-page');
    return function Reports() {
      return createElement(ReportsPage);
    };
  },
  log: async () => {
    const { WorklogPage } = await import('../worklog/worklog-page');
    return function Log() {
      return createElement(WorklogPage);
    };
  },
  team: async () => {
    const { TeamPage } = await import('../team/team-page');
    return function Team() {
      return createElement(TeamPage);
    };
  },
  practice: async () => {
    const { PracticePage } = await import('../practice/practice-page');
    return function Practice({ route }) {
      return createElement(PracticePage, { open: route.page === 'practice' ? route.sample : null });
    };
  },
  welcome: async () => {
    const { WelcomePage } = await import('../welcome/welcome-page');
    return function Welcome() {
      return createElement(WelcomePage);
    };
  },
  settings: async () => (await import('../settings/settings-page')).SettingsPage,
};

const views = new Map<PageName, PageView>();

/** Loads a page's own code, once. */
export const loadPage = async (page: PageName): Promise<void> => {
  if (!views.has(page)) views.set(page, await loaders[page]());
};

/**
 * A page's view, or undefined while its code is loading. Not React's lazy and Suspense: those hold back what follows a
 * fallback for 300 ms, and these files come from the disk in about 10.
 */
export function usePageView(page: PageName): PageView | undefined {
  const [, redraw] = useState(0);
  const view = views.get(page);
  useEffect(() => {
    if (view) return;
    let isLeft = false;
    void loadPage(page).then(() => isLeft || redraw((count) => count + 1));
    return () => {
      isLeft = true;
    };
  }, [page, view]);
  return view;
}
