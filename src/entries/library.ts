/** What the library build gives a host page: see docs/library.md. */
import '../ui/shell/styles.css';

export { mountInline as mountTimeline, viewAsked } from '../embed/inline/mount-inline';
export type { InlineOptions as MountOptions } from '../embed/inline/mount-inline';
export type { TimelineEvents, TimelineHandle } from '../app/timeline-handle';
export type { DatasetSource, RowsSource, TextData } from '../app/loading/dataset-source';
export type { CsvActor, CsvDateFormat, CsvDelimiter, CsvMapping, CsvValues } from '../formats/table/mapping';
export type { HostProblem } from '../app/host-problems';
export type { HostFault } from '../state/address/host-fields';
export type { ViewRequest } from '../state/address/host-view';
export type { PageOptions as SharedOptions, ViewParams as SharedView } from '../state/address/view-params';
export type { LoadProblem } from '../model/load-problem';

export type { EventColumns, EventTexts } from '../model/event-columns';
export { datasetHead } from '../model/dataset-head';
export type { ActorSketch, HeadSketch } from '../model/dataset-head';
export type { Actor, Dataset, Source } from '../model/dataset';
export { textColumnOf } from '../model/text-column';
export type { TextColumn } from '../model/text-column';

export { DATE_FORMS } from '../model/dates/event-date';
export { FLAG_ANNOUNCED, FLAG_DEED, FLAG_DOUBT, FLAG_OPEN, NO_TYPE } from '../model/event-table';
export { ACTOR_KINDS, COUNTRY_ROLES, EVENT_TYPES, ROLES, TONES } from '../model/vocabulary';
