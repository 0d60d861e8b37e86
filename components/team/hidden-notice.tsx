import { useSettings } from '../settings/use-settings';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';

/** Says why the navigation does not lead here, and how to change that; nothing for people at a desk. */
export function HiddenNotice() {
  const t = useT();
  const { settings, save } = useSettings();
  if (settings?.works !== 'alone') return null;
  return (
    <Notice tone="info" actions={<Button onClick={() => void save({ works: 'desk' })}>{t('team.hidden.show')}</Button>}>
      {t('team.hidden.text')}
    </Notice>
  );
}
