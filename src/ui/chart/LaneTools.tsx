import type { ComponentProps } from 'react';
import { InMenu, MenuButton } from '../context/MenuButton';
import type { LaneMenu } from './LaneMenu';
import { useText } from '../context/store-context';

/**
 * Over the lanes' headers: how many there are, and behind it finding one, their order, and opening or closing all
 * groups.
 */
export function LaneTools({ lanes, onJump }: ComponentProps<typeof LaneMenu>) {
  const t = useText();
  if (lanes.length === 0) return null;
  return (
    <MenuButton
      label={t('lanes.count', { n: lanes.length })}
      name={t('lanes.title')}
      icon={<LanesIcon />}
      className="dt-lanes-button"
      on={false}
    >
      <InMenu>{(part) => <part.LaneMenu lanes={lanes} onJump={onJump} />}</InMenu>
    </MenuButton>
  );
}

function LanesIcon() {
  return (
    <svg className="dt-lanes-icon" width="12" height="10" viewBox="0 0 12 10" aria-hidden="true">
      <path d="M0 1h12M3 5h9M3 9h9" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
