import { FacetMenu } from '../kit/PopoverButton';
import { InMenu } from '../context/InMenu';
import { useText } from '../context/store-context';

/** From and to as dates (years and months will do); does what dragging on the axis does. The day in "to" is inside. */
export function RangeMenu() {
  const t = useText();
  return (
    <FacetMenu label={t('tool.range')} on={false}>
      <InMenu>{(part) => <part.RangeForm />}</InMenu>
    </FacetMenu>
  );
}
