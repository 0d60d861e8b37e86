import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTemplates } from '@/utils/domain/replies/template';

const FOLDER = join(process.cwd(), 'utils/catalog/templates');

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8'));

/** The committed templates, whole, with the folder each stands in. */
export const templateFolders = (): readonly { readonly folder: string; readonly json: unknown }[] =>
  readdirSync(FOLDER)
    .sort()
    .map((folder) => {
      const langs = readdirSync(join(FOLDER, folder))
        .map((file) => file.replace('.json', ''))
        .filter((name) => name !== 'template');
      const languages = Object.fromEntries(langs.map((lang) => [lang, read(folder, `${lang}.json`)]));
      return { folder, json: { ...(read(folder, 'template.json') as object), languages } };
    });

/** The shipped templates. */
export const shippedTemplates = () => parseTemplates(templateFolders().map(({ json }) => json)).templates;
