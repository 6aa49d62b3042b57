import type { WholeDataset } from '../../model/dataset';
import { addSource, countUses, deleteSource, removeUnusedSources } from '../../model/edit/edit-sources';
import { useText } from '../context/store-context';
import { PartOf } from './PartOf';
import { SourceForm } from './SourceForm';
import type { Edits } from './use-edits';

/** The sources of a timeline, each edited once for all that rests on it. */
export function SourcesPart({ dataset, edits }: { readonly dataset: WholeDataset; readonly edits: Edits }) {
  const t = useText();
  const uses = countUses(dataset);
  const unused = dataset.sources.filter(({ id }) => !uses.has(id)).length;
  return (
    <PartOf title={t('edit.sources.all')} count={dataset.sources.length}>
      <ul className="dt-edit-records">
        {dataset.sources.map((source) => {
          const name = source.publisher ?? source.title ?? source.url ?? source.id;
          return (
            <li key={source.id}>
              <details className="dt-disclosure">
                <summary>
                  <bdi>{name}</bdi>{' '}
                  {source.title === undefined || source.title === name ? null : <bdi>{source.title} </bdi>}
                  <span className="dt-meta">{t('edit.source.uses', { n: uses.get(source.id) ?? 0 })}</span>
                </summary>
                <SourceForm dataset={dataset} source={source} edits={edits} />
                <div className="dt-edit-buttons">
                  <button
                    type="button"
                    className="dt-button"
                    aria-label={t('edit.delete.of', { name })}
                    onClick={() => {
                      edits.make({ did: 'delete', list: 'sources', id: source.id }, (now) =>
                        deleteSource(now, source.id),
                      );
                    }}
                  >
                    {t('edit.source.delete')}
                  </button>
                </div>
              </details>
            </li>
          );
        })}
      </ul>
      <div className="dt-edit-buttons">
        <button
          type="button"
          className="dt-button"
          onClick={() => {
            edits.make({ did: 'add', list: 'sources', id: '' }, (now) =>
              addSource(now, { publisher: t('edit.source.newName') }),
            );
          }}
        >
          {t('edit.source.new')}
        </button>
        {unused === 0 ? null : (
          <button
            type="button"
            className="dt-button"
            onClick={() => {
              edits.make({ did: 'delete', list: 'sources', id: '' }, removeUnusedSources);
            }}
          >
            {t('edit.sources.unused', { n: unused })}
          </button>
        )}
      </div>
    </PartOf>
  );
}
