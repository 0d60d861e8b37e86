import { useSettings } from '../settings/use-settings';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';

/** Locks what was decided about a rule for everybody else, or opens that lock again; who works alone only opens. */
export function LockToggle(props: {
  readonly title: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}) {
  const t = useT();
  const { title, isOn, onToggle } = props;
  const { settings } = useSettings();
  if (settings?.works === 'alone' && !isOn) return null;
  return (
    <Button
      aria-pressed={isOn}
      aria-label={t(isOn ? 'rules.lock.isOnOf' : 'rules.lock.of', { title })}
      title={t('rules.lock.help')}
      onClick={() => onToggle(!isOn)}
    >
      {t(isOn ? 'rules.lock.isOn' : 'rules.lock.do')}
    </Button>
  );
}
