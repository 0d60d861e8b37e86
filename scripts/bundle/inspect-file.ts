import { bundleSections, type BundleHeader, type Redaction, type RejectedRow } from '../../utils/domain/bundles/bundle';
import type { OpenedBundle } from '../../utils/platform/bundles/open';
import { codeOf, figure, printable, rowsOf, sentenceOfRow } from './sentences';
import { openNamed, type Status, type Work } from './terminal';

const LOCKS: Readonly<Record<OpenedBundle['lockedBy'], string>> = {
  nothing: 'no',
  passphrase: 'with a passphrase',
  recipients: 'to keys',
};
const REDACTIONS: Readonly<Record<Redaction, string>> = {
  full: 'nothing',
  'no-names': 'names and free text',
  statistics: 'everything but figures',
};

const labelled = (label: string, value: string): string => `  ${label.padEnd(11)} ${value}`;

const orNobody = (id: string): string => (id === '' ? '-' : codeOf(id));

const headerLines = (header: BundleHeader): readonly string[] => [
  labelled('format', `${header.major}.${header.minor}, database ${header.schema}`),
  labelled('written', header.createdAt),
  labelled('by', `${orNobody(header.authorId)} on ${orNobody(header.origin)}`),
  labelled('taken out', REDACTIONS[header.redaction]),
];

const countLines = ({ header, unknownSections, end }: OpenedBundle): readonly string[] => [
  labelled('rows', figure(end.rows)),
  ...bundleSections
    .filter((section) => (header.counts[section] ?? 0) > 0)
    .map((section) => labelled('', `${section.padEnd(16)} ${figure(header.counts[section] ?? 0)}`)),
  ...Object.entries(unknownSections).map(([section, count]) =>
    labelled('', `${codeOf(section).padEnd(16)} ${figure(count)}, not known to this version`),
  ),
];

/** Where a row stands that was left out, what it is, and why it was. */
export const rejectedLine = ({ line, section, id, why }: RejectedRow): string =>
  `    line ${line}: ${codeOf(section)} ${codeOf(id)}, ${sentenceOfRow(why)}`;

const rejectedLines = ({ rejected, rejectedCount }: OpenedBundle): readonly string[] => [
  labelled('left out', rowsOf(rejectedCount)),
  ...rejected.map(rejectedLine),
  ...(rejectedCount > rejected.length ? [`    and ${rowsOf(rejectedCount - rejected.length)} more`] : []),
];

/** `inspect`: says what a file holds, without a text or a name of it. */
export const inspectFile = async (work: Work): Promise<Status> => {
  const [name = ''] = work.request.files;
  // The rows themselves are not needed: only those that were left out.
  const bundle = await openNamed(work, name, () => undefined);
  if (!bundle) return 1;
  const lines = [
    printable(name),
    ...headerLines(bundle.header),
    labelled('encrypted', LOCKS[bundle.lockedBy]),
    labelled('size', `${figure(bundle.size.file)} bytes, ${figure(bundle.size.text)} bytes of text`),
    ...countLines(bundle),
    ...rejectedLines(bundle),
  ];
  for (const line of lines) work.terminal.say(line);
  return 0;
};
