import * as v from 'valibot';
import { linesOfBackup } from '../../utils/domain/bundles/backup-lines';
import { bundleVersion, type BundleHeader } from '../../utils/domain/bundles/bundle';
import { isPlainObject } from '../../utils/domain/bundles/row-parts';
import { brandAs } from '../../utils/domain/ids';
import { readText } from './files';
import { codeOf, printable, rowsOf, sentenceOfRow, sentenceOfSystem } from './sentences';
import { pathIn, type Status, type Work } from './terminal';
import { askedLock, countsOf, writeOutput } from './write-file';

/** Rows that could not be read and are told one by one. */
const MOST_TOLD = 20;

const Saved = v.object({
  app: v.literal('parley'),
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  savedAt: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    v.transform((at) => brandAs<'Instant'>(at)),
  ),
  tables: v.custom<Readonly<Record<string, unknown>>>(isPlainObject),
});

/** Who saved it and where, as the settings of the copy say. */
const Self = v.object({
  name: v.literal('self'),
  value: v.object({ agentId: v.pipe(v.string(), v.maxLength(200)), node: v.pipe(v.string(), v.maxLength(200)) }),
});

const selfIn = (tables: Readonly<Record<string, unknown>>): { readonly agentId: string; readonly node: string } => {
  const settings = Array.isArray(tables['settings']) ? (tables['settings'] as readonly unknown[]) : [];
  const found = settings.find((row) => v.is(Self, row));
  return found === undefined ? { agentId: '', node: '' } : v.parse(Self, found).value;
};

const savedIn = (text: string): v.InferOutput<typeof Saved> | null => {
  try {
    const read = v.safeParse(Saved, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    // The only way the platform says that a text is no JSON.
    return null;
  }
};

/** `pack`: writes the records of a copy made with "Save everything" as a bundle. */
export const packFile = async (work: Work): Promise<Status> => {
  const { request, terminal } = work;
  const [name = ''] = request.files;
  const text = await readText(pathIn(terminal, name));
  if (!text.ok) {
    terminal.complain(`${printable(name)} ${sentenceOfSystem(text.error)}`);
    return 1;
  }
  const saved = savedIn(text.value);
  if (saved === null) {
    terminal.complain(`${printable(name)} is no saved copy; give the file of "Save everything" in Parley's settings.`);
    return 1;
  }
  const { lines, rejected } = linesOfBackup(saved.tables);
  const { agentId, node } = selfIn(saved.tables);
  const header: BundleHeader = {
    format: 'parley-bundle',
    ...bundleVersion,
    schema: saved.schema,
    origin: node,
    authorId: agentId,
    createdAt: saved.savedAt,
    scope: 'backup',
    redaction: 'full',
    counts: countsOf(lines),
  };
  if (!(await writeOutput(work, header, { lines, lock: askedLock(work) ?? { kind: 'plain' } }))) return 1;
  if (rejected.length > 0) terminal.complain(`${printable(name)} has ${rowsOf(rejected.length)} that cannot be read:`);
  for (const { section, why } of rejected.slice(0, MOST_TOLD))
    terminal.complain(`    ${codeOf(section)}, ${sentenceOfRow(why)}`);
  terminal.say(`${printable(request.output ?? '')} holds ${rowsOf(lines.length)}.`);
  return 0;
};
