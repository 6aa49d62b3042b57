import type { Translate } from '../../src/base/translate';
import { svgPicture } from '../../src/picture/svg-picture';
import type { PictureSketch } from '../../src/picture/svg-picture';
import type { WholeDataset } from '../../src/model/dataset';
import { makeColumnTable } from '../../src/model/table-of-columns';
import { NO_FILTER } from '../../src/model/filter';
import { instant, timeSpan } from '../../src/model/dates/instant';
import { CONTRAST_LIGHT, DARK, LIGHT } from '../../src/render/tokens';
import { EMPTY_STATE } from '../../src/state/view/timeline-state';
import { makeMixedDataset, shippedDataset, t, tableFor } from './make-chart';
import { makeColumns } from './make-columns';

type Speak = (locale: string) => Translate;

export interface GoldenScene {
  /** Its file is `tests/golden/<name>.svg`. */
  readonly name: string;
  readonly draw: (speak: Speak) => string;
}

const WIDER = 'syria-diplomacy-2011-2016';

/**
 * What the pictures show between them: both sets at several windows and groupings, density, doubt, right to left, high
 * contrast, nothing.
 */
export const GOLDEN_SCENES: readonly GoldenScene[] = [
  scene('cessation-opening', () => ({})),
  scene('cessation-week', () => ({ view: { window: days('2016-02-21', '2016-02-28') } })),
  scene('cessation-calendar', () => ({ view: { scale: 'calendar' } })),
  scene('cessation-actors', () => ({ view: { group: 'actor' } })),
  scene('cessation-types', () => ({ view: { group: 'type' } })),
  scene('cessation-call-chosen', () => ({ view: { selected: 'ev-lavrov-kerry-call' } })),
  scene('cessation-russia', () => ({ view: { filter: { ...NO_FILTER, countries: ['RU'] } } })),
  scene('cessation-narrow', () => ({ widthPx: 480 })),
  scene('cessation-dark', () => ({ theme: DARK })),
  scene('cessation-high-contrast', () => ({ theme: CONTRAST_LIGHT })),
  scene('cessation-arabic', (speak) => ({ t: speak('ar') })),
  scene('cessation-russian-language', (speak) => ({
    t: speak('ru'),
    view: { window: days('2016-02-15', '2016-03-01') },
  })),
  scene('wider-opening', () => ({ dataset: shippedDataset(WIDER) })),
  scene('wider-february-2016', () => ({
    dataset: shippedDataset(WIDER),
    view: { window: days('2016-02-01', '2016-03-01') },
  })),
  scene('wider-actors', () => ({ dataset: shippedDataset(WIDER), view: { group: 'actor', laneOrder: 'active' } })),
  scene('wider-calendar-types', () => ({ dataset: shippedDataset(WIDER), view: { scale: 'calendar', group: 'type' } })),
  scene('density-countries', () => ({ table: dense() })),
  scene('density-a-month', () => ({
    table: dense(),
    view: { group: 'type', window: days('2016-03-01', '2016-04-01') },
  })),
  scene('doubt-of-every-form', () => ({ dataset: makeMixedDataset({ seed: 7, events: 60 }) })),
  scene('nothing-to-show', () => ({ view: { filter: { ...NO_FILTER, text: 'nothing holds these words' } } })),
];

interface Sketch extends Partial<Omit<PictureSketch, 'view'>> {
  /** The set that the page opens with, if nothing is said. */
  readonly dataset?: WholeDataset;
  readonly view?: Partial<PictureSketch['view']>;
}

function scene(name: string, sketch: (speak: Speak) => Sketch): GoldenScene {
  return {
    name,
    draw: (speak) => {
      const { dataset, view, ...more } = sketch(speak);
      const table = more.table ?? tableFor(dataset ?? shippedDataset());
      const opening = table.dataset.opening;
      const { svg } = svgPicture({
        theme: LIGHT,
        t,
        ...more,
        table,
        view: {
          ...EMPTY_STATE,
          group: opening?.group ?? EMPTY_STATE.group,
          expanded: opening?.expanded,
          scale: opening?.scale ?? EMPTY_STATE.scale,
          ...view,
        },
      });
      return `${svg.replaceAll('><', '>\n<')}\n`;
    },
  };
}

function days(from: string, to: string) {
  return timeSpan(instant(Date.parse(from)), instant(Date.parse(to)));
}

function dense() {
  return makeColumnTable(makeColumns({ size: 20_000, actors: 60, countries: 6, years: 2, firstYear: 2015 })).table;
}
