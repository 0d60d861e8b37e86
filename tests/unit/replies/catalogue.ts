import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTemplates } from '@/utils/domain/replies/template';

const FOLDER = join(process.cwd(), 'utils/catalog/templates');

/** The committed template files as the merged list the extension loads. */
export const templateFiles = (): readonly { readonly file: string; readonly json: unknown }[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ file, json: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as unknown }));

/** The shipped templates. */
export const shippedTemplates = () => parseTemplates(templateFiles().map(({ json }) => json)).templates;
