import type { LazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';
import { recogniseTimelineJs } from '../timelinejs/recognise-timelinejs';
import { recogniseICalendar } from '../icalendar/recognise-icalendar';
import { recogniseSchemaOrg } from '../schema-org/recognise-schema-org';
import { recogniseSparql } from '../sparql/recognise-sparql';
import { recogniseWikidata } from '../wikidata/recognise-wikidata';
import { recogniseCsl, recogniseBibtex, recogniseRis } from '../citations/recognise-citations';
import { recogniseSimileJson, recogniseSimileXml } from '../simile/recognise-simile';
import { recogniseNotebook } from '../notebook/saved/recognise-notebook';
import { recogniseChronology } from '../chronology/recognise-chronology';
import { recogniseVis } from '../vis/recognise-vis';
import { loadWholeReader } from '../json/load-reader';
import type { Format, Reader } from '../reader';
import type { ImportedPlan } from './imported-reader';

/* Readers of files whose records are events already, each with all that its files may ask for. */

const TIMELINEJS: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../timelinejs/timelinejs-reader'), loadWholeReader()]).then(
    ([{ timelineJsReader }]) => timelineJsReader,
  ),
);

const ICALENDAR: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../icalendar/icalendar-reader'), loadWholeReader()]).then(
    ([{ icalendarReader }]) => icalendarReader,
  ),
);

const SCHEMA_ORG: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../schema-org/schema-org-reader'), loadWholeReader()]).then(
    ([{ schemaOrgReader }]) => schemaOrgReader,
  ),
);

const SPARQL: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../sparql/sparql-reader'), loadWholeReader()]).then(([{ sparqlReader }]) => sparqlReader),
);

const WIKIDATA: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../wikidata/wikidata-reader'), loadWholeReader()]).then(
    ([{ wikidataReader }]) => wikidataReader,
  ),
);

const CSL: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../citations/csl-reader'), loadWholeReader()]).then(([{ cslReader }]) => cslReader),
);

const BIBTEX: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../citations/bibtex-reader'), loadWholeReader()]).then(([{ bibtexReader }]) => bibtexReader),
);

const RIS: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../citations/ris-reader'), loadWholeReader()]).then(([{ risReader }]) => risReader),
);

const SIMILE_JSON: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../simile/simile-json-reader'), loadWholeReader()]).then(
    ([{ simileJsonReader }]) => simileJsonReader,
  ),
);

const SIMILE_XML: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../simile/simile-xml-reader'), loadWholeReader()]).then(
    ([{ simileXmlReader }]) => simileXmlReader,
  ),
);

const VIS: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../vis/vis-reader'), loadWholeReader()]).then(([{ visReader }]) => visReader),
);

const CHRONOLOGY: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../chronology/chronology-reader'), loadWholeReader()]).then(
    ([{ chronologyReader }]) => chronologyReader,
  ),
);

const NOTEBOOK: LazyCode<Reader<ImportedPlan>> = lazyWithMessages(['faults', 'imported'], () =>
  Promise.all([import('../notebook/saved/notebook-reader'), loadWholeReader()]).then(
    ([{ notebookReader }]) => notebookReader,
  ),
);

/** Formats whose records are events already; of two that are equally sure the first is asked first. */
export const IMPORTED_FORMATS: readonly Format[] = [
  { id: 'timelinejs', name: 'TimelineJS', recognise: recogniseTimelineJs, ...TIMELINEJS },
  { id: 'icalendar', name: 'iCalendar', recognise: recogniseICalendar, ...ICALENDAR },
  { id: 'schema-org', name: 'schema.org', recognise: recogniseSchemaOrg, ...SCHEMA_ORG },
  { id: 'sparql', name: 'SPARQL', recognise: recogniseSparql, ...SPARQL },
  { id: 'wikidata', name: 'Wikidata', recognise: recogniseWikidata, ...WIKIDATA },
  { id: 'csl-json', name: 'CSL-JSON', recognise: recogniseCsl, ...CSL },
  { id: 'bibtex', name: 'BibTeX', recognise: recogniseBibtex, ...BIBTEX },
  { id: 'ris', name: 'RIS', recognise: recogniseRis, ...RIS },
  { id: 'simile-json', name: 'SIMILE Timeline', recognise: recogniseSimileJson, ...SIMILE_JSON },
  { id: 'simile-xml', name: 'SIMILE Timeline', recognise: recogniseSimileXml, ...SIMILE_XML },
  { id: 'vis', name: 'vis-timeline', recognise: recogniseVis, ...VIS },
  { id: 'notebook', name: 'Notebook', recognise: recogniseNotebook, ...NOTEBOOK },
  { id: 'chronology', name: 'Markdown', recognise: recogniseChronology, ...CHRONOLOGY },
];
