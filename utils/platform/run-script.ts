import { browser } from 'wxt/browser';
import { log } from './log';

/** WXT types the files of a build it knows; these names come from the manifest of that same build. */
type InjectedFile = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]['files']>[number];

/** Where a script runs: one frame, or every frame of a tab. */
export interface ScriptPlace {
  readonly tabId: number;
  readonly frameId?: number;
}

const targetOf = ({ tabId, frameId }: ScriptPlace) =>
  frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };

/** Runs a file of the extension in a page; false when the page cannot be reached. */
export async function runScript(place: ScriptPlace, file: string): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: targetOf(place), files: [file as InjectedFile] });
    return true;
  } catch {
    // The tab was closed, navigated or is not ours to touch; the sentinel asks again if its document is still there.
    log('injection-failed');
    return false;
  }
}

/** Runs in the page, alone: it can use nothing of this file. Answers whether the script may start now. */
const claim = (name: string, load: string, isTaken: boolean): boolean => {
  const world = globalThis as { parleyScripts?: Record<string, string> };
  const scripts = (world.parleyScripts ??= {});
  if (!isTaken) return delete scripts[name];
  if (scripts[name] === load) return false;
  scripts[name] = load;
  return true;
};

const LOAD_KEY = 'scriptLoad';

async function readLoad(): Promise<string> {
  const found = (await browser.storage.session.get(LOAD_KEY))[LOAD_KEY] as string | undefined;
  if (found !== undefined) return found;
  const load = crypto.randomUUID();
  await browser.storage.session.set({ [LOAD_KEY]: load });
  return load;
}

let reading: Promise<string> | null = null;

/**
 * One name for each life of the extension: after a reload the scripts in open pages are orphans and must start anew. Two
 * scripts that are asked for at once must find the same name, so it is never made twice at a time.
 */
const thisLoad = (): Promise<string> => {
  reading ??= readLoad().finally(() => (reading = null));
  return reading;
};

/** Runs a file in one frame unless its document has it already; true when it is there afterwards. */
export async function runScriptOnce(place: Required<ScriptPlace>, file: string): Promise<boolean> {
  try {
    const load = await thisLoad();
    const ask = async (isTaken: boolean): Promise<boolean> => {
      const [answer] = await browser.scripting.executeScript({
        target: { tabId: place.tabId, frameIds: [place.frameId] },
        func: claim,
        args: [file, load, isTaken],
      });
      return answer?.result === true;
    };
    if (!(await ask(true))) return true;
    if (await runScript(place, file)) return true;
    await ask(false);
    return false;
  } catch {
    log('injection-failed');
    return false;
  }
}
