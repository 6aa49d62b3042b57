import { useRef } from 'react';
import { useText } from '../context/store-context';
import { useDesk } from '../context/use-desk';
import type { Desk, WriteServices } from '../context/desk';
import { usePageServices } from '../context/page-services';
import { useLazy } from '../context/use-lazy';
import { EditedGrid } from './EditedGrid';
import { useGridStyle } from './use-grid-style';

/** The events as rows whose cells can be edited. */
export function TableFace() {
  const face = useRef<HTMLDivElement>(null);
  useGridStyle(face);
  const desk = useDesk();
  const services = usePageServices().writing?.services.now();
  return (
    <div ref={face} className="dt-table-face">
      {desk === undefined || services === undefined ? null : <WithTools desk={desk} services={services} />}
    </div>
  );
}

function WithTools({ desk, services }: { readonly desk: Desk; readonly services: WriteServices }) {
  const t = useText();
  const tools = useLazy(services.cells);
  if (tools === undefined) return <p className="dt-grid-loading">{t('grid.loading')}</p>;
  // Another timeline has a table of its own.
  return <EditedGrid key={desk.draft().id} desk={desk} tools={tools} />;
}
