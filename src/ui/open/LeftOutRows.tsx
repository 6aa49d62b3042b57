import { useState } from 'react';
import type { Rejection } from '../../model/rejection';
import { useText } from '../context/store-context';
import type { OpenServices } from './open-services';
import { saveFile } from '../kit/save-file';

const FIRST = 20;
const MORE = 200;

/** The same rows, and all of it as a file. */
export function LeftOutRows({
  services,
  rejections,
}: {
  readonly services: OpenServices;
  readonly rejections: readonly Rejection[];
}) {
  const t = useText();
  return (
    <>
      <FaultRows rejections={rejections} />
      <p>
        <button type="button" className="dt-button" onClick={() => saveFile(services.report())}>
          {t('open.download', { n: rejections.length })}
        </button>
      </p>
    </>
  );
}

/** What couldn't be used as it is, by line and column: the first, and more of them on demand. */
export function FaultRows({ rejections }: { readonly rejections: readonly Rejection[] }) {
  const t = useText();
  const [most, setMost] = useState(FIRST);
  return (
    <>
      <ol className="dt-left-out">
        {rejections.slice(0, most).map(({ where, field, found, expected, effect }, at) => (
          // Two faults may stand at one place, and the list never changes its order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <bdi className="dt-left-out-where">{field === '' ? where : t('open.at', { where, field })}</bdi>
            <span>
              {found === '' ? t('open.wanted', { expected }) : t('open.foundWanted', { found, expected })}{' '}
              {t(`open.effect.${effect}`)}
            </span>
          </li>
        ))}
      </ol>
      {rejections.length > most ? (
        <button type="button" className="dt-link" onClick={() => setMost(most + MORE)}>
          {t('open.more', { n: rejections.length - most })}
        </button>
      ) : null}
    </>
  );
}
