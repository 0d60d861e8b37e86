import type { BundleKey } from '@/utils/platform/bundles/age-file';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import { BundleProblem } from '../bundle-problem';
import styles from './incoming.module.css';
import { PassphraseForm } from './passphrase-form';
import { RecoveryKeyForm } from './recovery-key-form';
import type { RefusedFile } from './use-incoming';

/** What would help to open the file. */
const asked = ({ problem }: RefusedFile): 'passphrase' | 'key' | 'nothing' => {
  if (problem.kind !== 'locked' && problem.kind !== 'wrong-key') return 'nothing';
  return problem.by === 'passphrase' ? 'passphrase' : 'key';
};

/** A file that could not be read: why, and a field for its passphrase or its key where that would help. */
export function RefusedFileView(props: {
  readonly refused: RefusedFile;
  readonly onTry: (key: BundleKey) => void;
  readonly onLeave: () => void;
}) {
  const t = useT();
  const { refused, onTry, onLeave } = props;
  const helps = asked(refused);
  const isWrong = refused.problem.kind === 'wrong-key';
  const leave = <Button onClick={onLeave}>{t(helps === 'nothing' ? 'imports.close' : 'imports.leave')}</Button>;
  return (
    <div className={styles.refused}>
      <p>
        <bdi className={styles.name}>{refused.file.name}</bdi>
      </p>
      <BundleProblem problem={refused.problem} />
      {helps === 'passphrase' && (
        <PassphraseForm isWrong={isWrong} onTry={(passphrase) => onTry({ passphrase })} leave={leave} />
      )}
      {helps === 'key' && <RecoveryKeyForm isWrong={isWrong} onTry={(identity) => onTry({ identity })} leave={leave} />}
      {helps === 'nothing' && <div>{leave}</div>}
    </div>
  );
}
