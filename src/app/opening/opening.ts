import { makeEmitter } from '../../base/emitter';
import { lazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';
import { makeSlices } from '../../base/slices';
import { writeSteps } from '../../formats/json/write';
import { wholeDataset } from '../../model/whole-dataset';
import type { OpeningPhase, PlanProgress, Refusal } from '../../ui/open/open-services';
import type { SettlePlace } from '../../ui/open/table-tools';
import type { Plan } from '../../formats/reader';
import type { TableMapping } from '../../formats/table/table-mapping';
import type { TablePlan } from '../../formats/table/table-plan';
import type { Brought, Opening } from './brought';
import { faultsCsv } from './faults-csv';
import { fileText, plainFileName } from './file-names';
import { isAnyRemembered } from '../../ui/open/mapping/remembered-mappings';
import { lookedAt, makeLooking } from './look-at';
import type { Looked } from './look-at';
import { makeOnScreen } from './on-screen';
import type { OpeningPage } from './on-screen';
import { whatIsIn } from './what-is-in';
import { makeSamples } from './samples';
import { templateFile } from './templates';

/** What is needed when somebody corrects columns, or gives a date. */
const TOOLS = lazyWithMessages(['faults'], () => import('./tools.lazy').then(({ toolsModule }) => toolsModule));

const IDLE: OpeningPhase = { at: 'idle' };

/**
 * From what somebody drops, pastes or chooses to a timeline of it, a step at a time: it is looked at, said what would come
 * of it, read in the background meanwhile, and shown when they say so. What is on screen stays until then, and comes back
 * as it was. A newer file ends all that an older one was about.
 */
export function createOpening(page: OpeningPage): Opening {
  const { store, translate } = page;
  const changes = makeEmitter();
  const samples = makeSamples(page);
  let phase: OpeningPhase = IDLE;
  let isOver = false;
  let isReported = false;
  let looked: Looked | undefined;
  const set = (next: OpeningPhase): void => {
    phase = next;
    changes.emit();
  };
  const screen = makeOnScreen(page, () => changes.emit());
  const looking = makeLooking(
    translate,
    {
      heard: (name, done) => set({ at: 'looking', name, done }),
      refused: (reason) => set({ at: 'refused', reason }),
      chosen: (several) => set({ at: 'choosing', files: several }),
      planned: (next, found) => {
        looked = next;
        set(phaseOf(next, found, phase));
      },
    },
    (plan) => (isTable(plan) && isAnyRemembered() ? recall(plan.survey) : undefined),
  );
  const recall = (survey: TablePlan['survey']): Promise<TableMapping | undefined> =>
    // Where the code for it can't be had, the table is guessed like any.
    TOOLS.load().then(
      ({ recalledMapping }) => (survey === undefined ? undefined : recalledMapping(survey, translate)),
      () => undefined,
    );
  /** The plan once more, by what is remembered of such tables now. */
  const planAgain = (at: Looked, isBack: boolean): void => {
    const { survey } = at.reading.plan as TablePlan;
    const before = survey === undefined ? undefined : TOOLS.now()?.recalledMapping(survey, translate);
    looked = lookedAt(at.own, before);
    set(plannedOf(looked, looking.lookAgain(looked), isBack));
  };
  const refuse = (reason: Refusal): void => {
    looking.leave();
    set({ at: 'refused', reason });
  };
  const take = (brought: Brought): void => {
    isOver = false;
    const found = whatIsIn(brought);
    if ('about' in found) return refuse(found);
    looking.look(found.files, found.text);
  };
  const show = (mapping?: TableMapping): void => {
    if (looked === undefined) return;
    const isAgain = phase.at === 'mapping' && phase.isAgain;
    const { reading, ahead } = looking.settled(looked, mapping);
    looking.leave();
    set(IDLE);
    screen.open({ looked, reading, ahead, isAgain });
  };
  const correct = (place?: SettlePlace): void => {
    const isAgain = phase.at !== 'planned';
    const onScreen = screen.looked();
    if (isAgain && onScreen !== undefined) looked = onScreen;
    if (looked === undefined || !isTable(looked.reading.plan)) return;
    const { plan } = looked.reading;
    const found = phase.at === 'planned' ? phase.found : looking.lookAgain(looked);
    set({ at: 'mapping', plan, found, isAgain, place });
  };
  const idle = (): void => {
    looking.leave();
    isOver = false;
    set(IDLE);
  };
  return {
    phase: () => phase,
    opened: screen.opened,
    isOver: () => isOver,
    isReported: () => isReported && screen.opened() !== undefined,
    setReported: (next) => {
      isReported = next;
      changes.emit();
    },
    subscribe: changes.subscribe,
    over: (next) => {
      if (next === isOver) return;
      isOver = next;
      changes.emit();
    },
    ask: () => {
      if (phase.at === 'idle' || phase.at === 'refused') set({ at: 'asking' });
    },
    take,
    takeFiles: (files) =>
      take({ how: 'drop', files: files.map((file) => ({ file, isFolder: false })), text: '', html: '', addresses: '' }),
    takeText: (text) => take({ how: 'paste', files: [], text, html: '', addresses: '' }),
    samples: samples.list,
    takeSample: (id) => {
      idle();
      void samples.take(id).then((file) => (file === undefined ? undefined : looking.look([file], undefined)));
    },
    template: (kind) => templateFile(kind, translate),
    choose: (at) => looking.choose(at),
    open: show,
    correct,
    startAfresh: () => {
      const survey = phase.at === 'planned' ? phase.table?.survey : undefined;
      if (survey === undefined || looked === undefined) return;
      TOOLS.now()?.forgetMapping(survey);
      planAgain(looked, false);
    },
    relayout: (layout) => looking.relayout(layout),
    remap: (mapping) => looking.remap(mapping),
    cancel: () => {
      // Back to the panel that it was opened from.
      if (phase.at !== 'mapping' || phase.isAgain || looked === undefined) return idle();
      planAgain(looked, true);
    },
    stop: () => looking.stop(),
    undo: () => {
      isReported = false;
      screen.undo();
    },
    amend: screen.amend,
    undoAmendment: screen.undoAmendment,
    save: async () => {
      const { table } = store.getState();
      if (table === undefined) throw new Error('There is nothing to save');
      const slices = makeSlices({ signal: new AbortController().signal });
      const text = await slices.run(writeSteps(wholeDataset(table)));
      return fileText(text, `${plainFileName(table.dataset.title)}.json`, 'application/json');
    },
    report: () => {
      const { rejections } = store.getState();
      const name = plainFileName(screen.opened()?.name ?? 'timeline');
      return fileText(faultsCsv(rejections, translate), `${name}-${translate('open.csv.name')}.csv`, 'text/csv');
    },
    readDate: (text) =>
      TOOLS.load().then(({ readTypedDate }) => readTypedDate(text, screen.opened()?.findings, translate.locale)),
    tools: lazyCode(() => TOOLS.load().then(({ makeTableTools }) => makeTableTools(translate))),
    leave: () => {
      looking.leave();
      screen.leave();
    },
  };
}

/** The plan's panel, or the mapping step that is open already, with what is known by now. */
function phaseOf(looked: Looked, found: PlanProgress, before: OpeningPhase): OpeningPhase {
  const { plan } = looked.reading;
  if (before.at === 'mapping' && isTable(plan)) return { ...before, plan, found };
  return plannedOf(looked, found, before.at === 'planned' && before.isBack);
}

function plannedOf(looked: Looked, found: PlanProgress, isBack: boolean): OpeningPhase {
  const { reading, format, canOpen, isAsBefore } = looked;
  const { plan } = reading;
  return {
    at: 'planned',
    plan,
    table: isTable(plan) ? plan : undefined,
    format,
    canOpen,
    isAsBefore,
    isBack,
    found,
  };
}

function isTable(plan: Plan & { readonly survey?: unknown }): plan is TablePlan {
  return plan.survey !== undefined;
}
