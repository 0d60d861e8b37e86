import { fileURLToPath } from 'node:url';
import { defineConfig, type Entrypoint } from 'wxt';
import { catalogAssets } from './scripts/lib/catalog-assets.mjs';
import { conversationFields, isConversationScript } from './scripts/lib/conversation-fields.mjs';

const runtime = (file: string) => fileURLToPath(new URL(`./components/content/runtime/${file}.ts`, import.meta.url));

/** The in-page bundles and the popup run the same components on Preact: a fifth of the bytes (docs/adr/0002). */
const preactAliases = {
  'react/jsx-runtime': runtime('jsx-runtime'),
  'react-dom/client': runtime('react-dom-client'),
  react: runtime('react'),
};

/** What has to open at once; a group of its own can have aliases of its own. */
const isPopupGroup = (entries: readonly Entrypoint[]) => entries.every((entry) => entry.type === 'popup');

const isContentGroup = (entries: readonly Entrypoint[]) => entries.every((entry) => entry.type === 'content-script');

/** `npm run bench` builds a second arm with React proper in the page, beside the normal build. */
const isReactInPage = process.env.PARLEY_PAGE_RUNTIME === 'react';
const outDir = process.env.PARLEY_OUT_DIR;

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  ...(outDir ? { outDir } : {}),
  manifestVersion: 3,
  // What the manifest asks for, so that nothing is rewritten for older browsers (light-dark() would triple the styles).
  vite: () => ({ build: { target: ['chrome123', 'firefox140'] } }),
  targetBrowsers: ['chrome', 'firefox'],
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // Records of buyers must not be written from a private window, and a copy of its own there would be lost.
    incognito: 'not_allowed',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      // The address of the tab whose popup was opened, so that a page can be taught there.
      'activeTab',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    // Without a key of its own: Alt+K is heard in seller pages alone, and another one is the agent's to choose.
    commands: {
      'find-reply': { description: '__MSG_commandFindReply__' },
      // Firefox opens its sidebar for a command of its own alone; nobody but the browser hears of it.
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-record']: {
        description: '__MSG_commandOpenRecord__',
      },
    },
    // Nothing but our own files can be asked for: what the privacy receipt says, the browser enforces.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'; connect-src 'self'" },
    // Asked for when somebody wants to be told of a clock that runs out, and when they want backups by themselves.
    optional_permissions: ['notifications', 'downloads'],
    // Asked for one host at a time, when the agent wants Parley on a site it does not know.
    optional_host_permissions: ['https://*/*'],
    // light-dark() 123, side panel 114, CSS highlights 105, navigation API 102.
    ...(browser === 'chrome' ? { minimum_chrome_version: '123' } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'parley@parley-extension.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {}),
  }),
  hooks: {
    'entrypoints:grouped'(_wxt, groups) {
      groups.forEach((group, index) => {
        if (!Array.isArray(group)) return;
        const popups = group.filter(({ type }) => type === 'popup');
        if (popups.length === 0 || popups.length === group.length) return;
        groups[index] = group.filter(({ type }) => type !== 'popup');
        groups.push(popups);
      });
    },
    'vite:build:extendConfig'(entries, config) {
      if (isPopupGroup(entries) && !isReactInPage)
        config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, ...preactAliases } };
      if (!isContentGroup(entries)) return;
      const alias = {
        ...(isReactInPage ? {} : preactAliases),
        'wxt/browser': runtime('browser'),
        'wxt/utils/content-script-context': runtime('script-life'),
      };
      if (isConversationScript(entries)) config.plugins = [...(config.plugins ?? []), conversationFields()];
      config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, ...alias } };
    },
    'build:publicAssets'(_wxt, files) {
      files.push(...catalogAssets());
    },
  },
  zip: { excludeSources: ['tests/**', 'docs/**'] },
});
