import { useState } from 'react';
import type { Actor, WholeDataset } from '../../model/dataset';
import {
  actorNamed,
  countNames,
  mergeActors,
  removeUnusedNames,
  renameActor,
  setActor,
} from '../../model/edit/edit-names';
import { ACTOR_KINDS } from '../../model/vocabulary';
import { useText } from '../context/store-context';
import { PartOf } from './PartOf';
import { Picker } from './Picker';
import { SelectRow } from './SelectRow';
import { TextRow } from './TextRow';
import type { Edits } from './use-edits';

/** Codes of ISO 3166, the same in every language. */
const SAMPLE_CODES = 'SY, RU';

/** The names of a timeline: renamed everywhere, two made one, and what else is known of them. */
export function NamesPart({ dataset, edits }: { readonly dataset: WholeDataset; readonly edits: Edits }) {
  const t = useText();
  const counts = countNames(dataset);
  const unused = dataset.actors.length - removeUnusedNames(dataset).actors.length;
  return (
    <PartOf title={t('edit.names')} count={dataset.actors.length}>
      <ul className="dt-edit-records">
        {dataset.actors.map((actor) => (
          <li key={actor.id}>
            <details className="dt-disclosure">
              <summary>
                <bdi>{actor.label}</bdi>{' '}
                <span className="dt-meta">{t('edit.inEvents', { n: counts.get(actor.id) ?? 0 })}</span>
              </summary>
              <NameForm dataset={dataset} actor={actor} edits={edits} />
            </details>
          </li>
        ))}
      </ul>
      {unused === 0 ? null : (
        <button
          type="button"
          className="dt-button"
          onClick={() => {
            edits.make({ did: 'set', list: 'actors', id: '', field: '' }, removeUnusedNames);
          }}
        >
          {t('edit.names.unused', { n: unused })}
        </button>
      )}
    </PartOf>
  );
}

function NameForm({
  dataset,
  actor,
  edits,
}: {
  readonly dataset: WholeDataset;
  readonly actor: Actor;
  readonly edits: Edits;
}) {
  const t = useText();
  const [isMerging, setMerging] = useState(false);
  const [same, setSame] = useState<Actor>();
  const { id, label } = actor;
  const set = (field: string, fields: Parameters<typeof setActor>[2]) =>
    edits.set('actors', id, field, (now) => setActor(now, id, fields));
  const merge = (kept: string, gone: string): void => {
    setMerging(false);
    setSame(undefined);
    edits.make({ did: 'merge-actors', kept, gone: [gone] }, (now) => mergeActors(now, kept, [gone]));
  };
  return (
    <div className="dt-edit-rows">
      <TextRow
        label={t('edit.field.name')}
        value={label}
        isLive={false}
        onCommit={(text) => {
          const other = actorNamed(dataset, text);
          setSame(other?.id === id ? undefined : other);
          if (other !== undefined && other.id !== id) return [t('edit.name.taken', { name: other.label })];
          if (text.trim() === '') return [t('edit.name.none')];
          return edits.make({ did: 'rename-actor', from: label, to: text.trim() }, (now) => renameActor(now, id, text));
        }}
      />
      {same === undefined ? null : (
        <div className="dt-edit-buttons">
          <button type="button" className="dt-button" onClick={() => merge(same.id, id)}>
            {t('edit.merge.same', { name: same.label })}
          </button>
        </div>
      )}
      <SelectRow
        label={t('edit.field.kind')}
        value={actor.kind}
        choices={ACTOR_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChoose={(value) => set('kind', { kind: ACTOR_KINDS.find((each) => each === value) ?? actor.kind })}
      />
      <TextRow
        label={t('edit.field.countries')}
        value={actor.countries.join(', ')}
        placeholder={SAMPLE_CODES}
        dir="ltr"
        isLive={false}
        onCommit={(text) => set('countries', { countries: partsOf(text).map((code) => code.toUpperCase()) })}
      />
      <TextRow
        label={t('edit.field.altNames')}
        value={actor.altNames.join('; ')}
        isLive={false}
        onCommit={(text) => set('altNames', { altNames: partsOf(text, ';') })}
      />
      {isMerging ? (
        <Picker
          label={t('edit.merge.with')}
          options={dataset.actors
            .filter((other) => other.id !== id)
            .map((other) => ({ id: other.id, label: other.label, words: other.altNames }))}
          onPick={(other) => merge(id, other)}
          onLeave={() => setMerging(false)}
        />
      ) : (
        <div className="dt-edit-buttons">
          <button type="button" className="dt-button" onClick={() => setMerging(true)}>
            {t('edit.merge')}
          </button>
        </div>
      )}
    </div>
  );
}

function partsOf(text: string, sign: ',' | ';' = ','): readonly string[] {
  const parts = text.split(sign === ',' ? /[,;،؛\s]+/ : /[;؛]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
