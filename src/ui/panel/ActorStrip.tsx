import { useMemo } from 'react';
import { StripChart } from '../chart/StripChart';

/** One actor's events on the main chart's time scale. */
export function ActorStrip({ actorId, rows }: { readonly actorId: string; readonly rows: readonly number[] }) {
  // One array for as long as the actor stays: the chart lays itself out anew for another.
  const actors = useMemo(() => [actorId], [actorId]);
  return (
    <div className="dt-strip">
      <StripChart actors={actors} rows={rows} />
    </div>
  );
}
