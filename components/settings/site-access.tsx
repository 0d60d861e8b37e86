import { useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import type { HostAccess } from './host-access';

/**
 * One line and one button when the browser keeps Parley away from the seller pages. With `quiet` nothing is shown
 * while all is well; without it, that all is well.
 */
export function SiteAccess({ access, look }: { readonly access: HostAccess; readonly look: 'quiet' | 'full' }) {
  const t = useT();
  const [state, setState] = useState<'unknown' | 'granted' | 'missing' | 'refused'>('unknown');

  useEffect(() => {
    const view = new AbortController();
    const look = async () => {
      const isGranted = await access.isGranted();
      if (!view.signal.aborted) setState(isGranted ? 'granted' : 'missing');
    };
    access.onChange(() => void look(), view.signal);
    void look();
    return () => view.abort();
  }, [access]);

  const ask = async () => setState((await access.ask()) ? 'granted' : 'refused');
  if (state === 'unknown' || (state === 'granted' && look === 'quiet')) return null;
  if (state === 'granted') return <p role="status">{t('common.siteAccess.granted')}</p>;
  return (
    <Notice
      tone="warn"
      actions={
        <Button look="primary" onClick={() => void ask()}>
          {t('common.siteAccess.allow')}
        </Button>
      }
    >
      {t(state === 'refused' ? 'common.siteAccess.refused' : 'common.siteAccess.missing')}
    </Notice>
  );
}
