import { useState } from 'react';
import type { Rejection } from '../../model/rejection';
import { useText } from '../context/store-context';

const FIRST = 100;

/**
 * Everything that could not be used in a file: where it stands, what was found, what was expected, what became of it.
 */
export function RejectionList({ rejections }: { readonly rejections: readonly Rejection[] }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? rejections : rejections.slice(0, FIRST);
  return (
    <div className="dt-rejections">
      <table>
        <caption className="dt-visually-hidden">{t('reject.caption')}</caption>
        <thead>
          <tr>
            {(['where', 'record', 'field', 'found', 'expected', 'effect'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`reject.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((rejection, index) => (
            // Two faults may stand at one place, and the list never changes its order.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td data-label={t('reject.where')} className="dt-rejections-code">
                {rejection.where}
              </td>
              <td data-label={t('reject.record')}>{rejection.record ?? ''}</td>
              <td data-label={t('reject.field')}>
                {rejection.field === '' ? t('reject.wholeRecord') : rejection.field}
              </td>
              <td data-label={t('reject.found')} className="dt-rejections-code">
                {rejection.found}
              </td>
              <td data-label={t('reject.expected')}>{rejection.expected}</td>
              <td data-label={t('reject.effect')}>{t(`reject.${rejection.effect}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rejections.length ? (
        <button type="button" className="dt-button" onClick={() => setAll(true)}>
          {t('reject.showAll', { n: rejections.length })}
        </button>
      ) : null}
    </div>
  );
}
