import type { ImportedParty } from '../imported/imported-event';
import { ROLES } from '../../model/vocabulary';
import { OWN_PARTICIPANT, OWN_ROLE } from './own-properties';
import type { CalendarProperty } from './calendar-property';

/** Who calls, and who comes; rooms and things are none of them. Who declined is named and takes no part. */
export function partiesOf(properties: readonly CalendarProperty[]): readonly ImportedParty[] {
  return properties.flatMap((property): readonly ImportedParty[] => {
    const { name, parameter, values } = property;
    if (name === OWN_PARTICIPANT.toLowerCase()) {
      const role = ROLES.find((each) => each === parameter(OWN_ROLE.toLowerCase()));
      return [{ name: values[0] ?? '', role }];
    }
    if (name !== 'organizer' && name !== 'attendee') return [];
    const kind = parameter('cutype')?.toUpperCase();
    if (kind === 'ROOM' || kind === 'RESOURCE') return [];
    const label = nameOf(property);
    if (label === '') return [];
    const isOut = parameter('partstat')?.toUpperCase() === 'DECLINED';
    const role = name === 'organizer' ? 'initiator' : isOut ? 'referenced' : 'party';
    return [{ name: label, role, kind: kind === 'INDIVIDUAL' ? 'person' : undefined }];
  });
}

/** `CN`, else the address without `mailto:`. */
function nameOf({ parameter, values }: CalendarProperty): string {
  const name = parameter('cn')
    ?.replace(/^["']|["']$/g, '')
    .trim();
  if (name !== undefined && name !== '') return name;
  return (values[0] ?? '').replace(/^mailto:/i, '').trim();
}
