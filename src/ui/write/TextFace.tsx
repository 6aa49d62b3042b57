import { useRef } from 'react';
import type { Desk, WriteServices } from '../context/desk';
import { usePageServices } from '../context/page-services';
import { useDesk } from '../context/use-desk';
import { useLazy } from '../context/use-lazy';
import { TextSheet } from './TextSheet';
import { NewStart } from './NewStart';
import { useWriteStyle } from './use-write-style';

/** The text of what is written, with the reading of each line; under a new one, what else there is to begin with. */
export function TextFace() {
  const place = useRef<HTMLDivElement>(null);
  useWriteStyle(place);
  const desk = useDesk();
  const services = usePageServices().writing?.services.now();
  return (
    <>
      <div ref={place} className="dt-text-face">
        {desk === undefined || services === undefined ? null : <TextOf desk={desk} services={services} />}
      </div>
      {desk === undefined ? null : <NewStart desk={desk} />}
    </>
  );
}

function TextOf({ desk, services }: { readonly desk: Desk; readonly services: WriteServices }) {
  const textOf = useLazy(services.text);
  return textOf === undefined ? null : <TextSheet key={desk.draft().id} desk={desk} text={textOf(desk)} />;
}
