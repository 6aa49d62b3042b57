import { listInWords } from '../../base/translate';
import type { Actor } from '../../model/dataset';
import { countryName } from '../../model/event-prose';
import { DataText } from '../context/DataText';
import { useText } from '../context/store-context';

/** Under an actor's name: the office in the dataset's words, the countries in the page's. */
export function PersonFacts({
  office,
  countries,
}: {
  readonly office: string | undefined;
  readonly countries: Actor['countries'];
}) {
  const t = useText();
  const names = listInWords(
    countries.map((code) => countryName(code, t)),
    t,
  );
  return (
    <>
      {office === undefined ? null : <DataText>{office}</DataText>}
      {office === undefined || names === '' ? names : t('list.comma') + names}
    </>
  );
}
