import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = {
  manifest_version: 3,
  name: 'Harness probe',
  version: '1.0',
  permissions: ['storage'],
  host_permissions: ['https://sellercentral.amazon.de/*', 'https://csp.aliexpress.com/*'],
  background: { service_worker: 'worker.js' },
  content_scripts: [
    {
      matches: ['https://sellercentral.amazon.de/*', 'https://csp.aliexpress.com/*'],
      js: ['content.js'],
      all_frames: true,
    },
  ],
};

const worker = `
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message === 'reach out') fetch('https://collector.example/').then(() => answer('out'), () => answer('refused'));
  else chrome.storage.local.get({ visits: 0 }).then(({ visits }) =>
    chrome.storage.local.set({ visits: visits + 1 }).then(() => answer(String(visits + 1))));
  return true;
});`;

const content = `
const host = document.createElement('parley-root');
host.attachShadow({ mode: 'open' }).innerHTML = '<button>Probe</button>';
document.documentElement.append(host);
const button = host.shadowRoot.querySelector('button');
button.addEventListener('click', () => {
  const say = button.dataset.say ?? 'visit';
  chrome.runtime.sendMessage(say).then((reply) => { button.textContent = reply; });
});`;

/**
 * Writes the smallest extension that has what the harness must handle: a worker, storage and a root in the page.
 *
 * It stands in for the product, so that the harness is tested without a build.
 */
export async function writeProbeExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-probe-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'worker.js'), worker);
  await writeFile(join(folder, 'content.js'), content);
  return folder;
}
