import { rejectedLine } from './inspect-file';
import { figure, printable, rowsOf } from './sentences';
import { openNamed, type Status, type Work } from './terminal';

/** Whether one file is whole and all of its rows can be read; says so. */
const verified = async (work: Work, name: string): Promise<boolean> => {
  const bundle = await openNamed(work, name, () => undefined);
  if (!bundle) return false;
  const { rejected, rejectedCount, end } = bundle;
  const [first] = rejected;
  if (first === undefined) {
    work.terminal.say(`${printable(name)} is whole: ${rowsOf(end.rows)}.`);
    return true;
  }
  work.terminal.complain(
    `${printable(name)} arrived whole, but ${rowsOf(rejectedCount)} of ${figure(end.rows)} cannot be read; inspect lists them. The first:`,
  );
  work.terminal.complain(rejectedLine(first));
  return false;
};

/** `verify`: says of every file whether it is whole, and looks at all of them whatever the first ones are. */
export const verifyFiles = async (work: Work): Promise<Status> => {
  let status: Status = 0;
  for (const name of work.request.files) {
    if (!(await verified(work, name))) status = 1;
  }
  return status;
};
