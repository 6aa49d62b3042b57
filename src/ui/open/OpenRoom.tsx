import { useRef } from 'react';
import { useFocusHome } from './focus-home';
import { DropCard } from './DropCard';
import { ChooseDialog } from './ChooseDialog';
import { LookingDialog } from './LookingDialog';
import { OpenDialog } from './OpenDialog';
import { PlanDialog } from './PlanDialog';
import type { OpeningPhase, OpenServices } from './open-services';
import { useOpenServices, useOpening } from './use-opening';
import { useLazy, useLazyModule } from '../context/use-lazy';
import { useRoomStyle } from './use-room-style';

/** What lies over the page on the way from a file to a timeline of it, a step at a time. */
export function OpenRoom() {
  const services = useOpenServices();
  const place = useRef<HTMLDivElement>(null);
  useRoomStyle(place);
  return <div ref={place}>{services === undefined ? null : <Steps services={services} />}</div>;
}

/** The mapping step, as soon as its code is here. */
function Correcting({
  services,
  mapping,
}: {
  readonly services: OpenServices;
  readonly mapping: Extract<OpeningPhase, { readonly at: 'mapping' }>;
}) {
  const part = useLazyModule('mapping');
  const tools = useLazy(services.tools);
  if (part === undefined || tools === undefined) return null;
  return (
    <part.MappingStep
      plan={mapping.plan}
      tools={tools}
      progress={mapping.found}
      onOpen={services.open}
      onCancel={services.cancel}
      onRelayout={services.relayout}
      onChange={services.remap}
      onStop={services.stop}
      place={mapping.place}
    />
  );
}

function Steps({ services }: { readonly services: OpenServices }) {
  const phase = useOpening(services, (each) => each.phase());
  const isOver = useOpening(services, (each) => each.isOver());
  return (
    <>
      <FocusHome services={services} phase={phase} />
      {isOver ? <DropCard /> : null}
      <OpenDialog services={services} open={phase.at === 'asking'} />
      <LookingDialog services={services} looking={phase.at === 'looking' ? phase : undefined} />
      <ChooseDialog services={services} files={phase.at === 'choosing' ? phase.files : undefined} />
      {phase.at === 'mapping' ? <Correcting services={services} mapping={phase} /> : null}
      <PlanDialog services={services} planned={phase.at === 'planned' ? phase : undefined} />
    </>
  );
}

/** Before the dialogs, so that it looks before they open. */
function FocusHome({ services, phase }: { readonly services: OpenServices; readonly phase: OpeningPhase }) {
  const place = useRef<HTMLSpanElement>(null);
  useFocusHome(services, phase, place);
  return <span ref={place} hidden />;
}
