import { hrefOfPage } from '../dashboard/route';
import { useSettings } from '../settings/use-settings';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';

/** The way into the first steps, or on with them; nothing once they are done or nobody wants them. */
export function SetUpOffer({ isNew }: { readonly isNew: boolean }) {
  const t = useT();
  const { settings, save } = useSettings();
  if (!settings) return null;
  const { setUp } = settings;
  const isOffered = setUp === null ? isNew : setUp.state === 'begun';
  if (!isOffered) return null;
  return (
    <Notice
      tone="info"
      actions={
        <>
          <Button look="primary" onClick={() => (window.location.hash = hrefOfPage('welcome'))}>
            {t(setUp ? 'today.setUp.goOn' : 'today.setUp.begin')}
          </Button>
          <Button onClick={() => void save({ setUp: { state: 'dismissed', step: setUp?.step ?? 0 } })}>
            {t('today.setUp.dismiss')}
          </Button>
        </>
      }
    >
      {t(setUp ? 'today.setUp.left' : 'today.setUp.new')}
    </Notice>
  );
}
