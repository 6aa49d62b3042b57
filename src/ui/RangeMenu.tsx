import { FacetMenu } from './FacetMenu';
import { InMenu } from './InMenu';
import { useText } from './store-context';

/** From and to as dates (years and months will do); does what dragging on the axis does. The day in "to" is inside. */
export function RangeMenu() {
  const t = useText();
  return (
    <FacetMenu label={t('tool.range')} on={false}>
      <InMenu>{(part) => <part.RangeForm />}</InMenu>
    </FacetMenu>
  );
}
