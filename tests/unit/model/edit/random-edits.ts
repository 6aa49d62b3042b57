import * as fc from 'fast-check';
import type { WholeDataset } from '../../../../src/model/dataset';
import { isDateFault, parseEventDate } from '../../../../src/model/dates/parse-event-date';
import {
  addEvent,
  addRelation,
  deleteEvents,
  duplicateEvent,
  moveEvent,
  removeParticipant,
  removeRelation,
  setClaim,
  setEvent,
  setMedia,
  setRole,
  setStatement,
} from '../../../../src/model/edit/edit-events';
import {
  mergeActors,
  nameParticipant,
  removeUnusedNames,
  renameActor,
  setActor,
} from '../../../../src/model/edit/edit-names';
import { addAside, deleteAside, setAside, setHead } from '../../../../src/model/edit/edit-records';
import {
  addEvidence,
  addSource,
  deleteSource,
  removeEvidence,
  removeUnusedSources,
  setEvidence,
  setSource,
  suggestedPublisher,
} from '../../../../src/model/edit/edit-sources';
import { revertField, revertRecord } from '../../../../src/model/edit/revert';
import { EVENT_TYPES, RELATION_TYPES, ROLES, STATUSES } from '../../../../src/model/vocabulary';

/** One step, and its name for a failing run. `first` is the dataset that all began with. */
export interface RandomEdit {
  readonly name: string;
  readonly change: (dataset: WholeDataset, first: WholeDataset) => WholeDataset;
}

const word = fc.constantFrom(
  'Talks',
  'Переговоры',
  'ben',
  'Anna Ek',
  'مجلس',
  ' two  words ',
  'Longer than a label may well be, here',
);
const edtf = fc.constantFrom('2016-02-24', '2014', '2014/..', '[2016-02-23,2016-02-24]', '2017-05-01', '2016~');
const at = fc.nat({ max: 7 });

function pick<Item>(list: readonly Item[], index: number): Item | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}

function dateOf(text: string): WholeDataset['asOf'] {
  const date = parseEventDate(text);
  return isDateFault(date) ? undefined : date;
}

/** Any step of any kind, on any record. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc
  .tuple(fc.nat({ max: 29 }), at, at, word, edtf, fc.nat())
  .map(([kind, one, other, text, date, any]): RandomEdit => {
    const name = JSON.stringify({ kind, one, other, text, date, any });
    return {
      name,
      change: (dataset, first) => {
        const event = pick(dataset.events, one)?.id ?? '';
        const second = pick(dataset.events, other)?.id ?? '';
        const actor = pick(dataset.actors, one)?.id ?? '';
        const source = pick(dataset.sources, one)?.id ?? '';
        switch (kind) {
          case 0:
            return setEvent(dataset, event, { title: text });
          case 1:
            return setEvent(dataset, event, { date: any % 9 === 0 ? undefined : dateOf(date) });
          case 2:
            return setEvent(dataset, event, { type: any % 13 === 12 ? undefined : EVENT_TYPES[any % 12] });
          case 3:
            return setEvent(dataset, event, { status: [{ value: STATUSES[any % 10] ?? 'held', asOf: undefined }] });
          case 4:
            return setEvent(dataset, event, { summary: any % 3 === 0 ? '' : text, importance: 3, label: text });
          case 5:
            return addEvent(dataset, { title: text, date: dateOf(date) }, any % (dataset.events.length + 1));
          case 6:
            return dataset.events.length < 3 ? dataset : deleteEvents(dataset, [event]);
          case 7:
            return moveEvent(dataset, event, any % dataset.events.length);
          case 8:
            return duplicateEvent(dataset, event);
          case 9:
            return nameParticipant(dataset, event, text, ROLES[any % ROLES.length]);
          case 10:
            return removeParticipant(dataset, event, any % 3);
          case 11:
            return setRole(dataset, event, any % 3, ROLES[any % ROLES.length] ?? 'party');
          case 12:
            return addRelation(dataset, event, RELATION_TYPES[any % RELATION_TYPES.length] ?? 'prepares', second);
          case 13:
            return removeRelation(dataset, event, any % 2);
          case 14:
            return renameActor(dataset, actor, text);
          case 15:
            return mergeActors(dataset, actor, [pick(dataset.actors, other)?.id ?? '']);
          case 16:
            return setActor(dataset, actor, { countries: any % 2 === 0 ? ['SE'] : [], altNames: [text] });
          case 17:
            return removeUnusedNames(dataset);
          case 18:
            return addEvidence(dataset, event, [
              { source: { url: `https://example.org/${any % 4}`, ...suggestedPublisher('Example') }, quote: text },
            ]);
          case 19:
            return removeEvidence(dataset, event, any % 2, { withSource: any % 3 === 0 });
          case 20:
            return setSource(dataset, source, { publisher: text, published: '2016' });
          case 21:
            return deleteSource(dataset, source);
          case 22:
            return any % 2 === 0 ? removeUnusedSources(dataset) : addSource(dataset, { title: text });
          case 23:
            return setHead(dataset, any % 2 === 0 ? { title: text, licence: text } : { asOf: dateOf('2016-02-24') });
          case 24:
            return addAside(dataset, 'notes', {
              text: 'A note',
              event,
              from: undefined,
              to: undefined,
              evidence: [],
            });
          case 25:
            return any % 2 === 0
              ? setAside(dataset, 'chapters', pick(dataset.chapters, one)?.id ?? '', { title: text })
              : deleteAside(dataset, 'notes', pick(dataset.notes, one)?.id ?? '');
          case 26:
            return setStatement(dataset, event, 0, any % 2 === 0 ? undefined : { text });
          case 27: {
            const claim = dataset.events.find(({ id }) => id === event)?.claims[0]?.id ?? '';
            return setClaim(dataset, event, claim, any % 2 === 0 ? undefined : text);
          }
          case 28:
            return any % 3 === 0
              ? setMedia(dataset, event, undefined)
              : setEvidence(dataset, event, 0, { quote: text.trim() });
          default:
            return any % 3 === 0
              ? revertRecord(first, dataset, 'events', pick(first.events, one)?.id ?? '')
              : revertField(
                  first,
                  dataset,
                  event,
                  (['date', 'participants', 'evidence', 'relations', 'label', 'claims'] as const)[any % 6] ?? 'date',
                );
        }
      },
    };
  });
