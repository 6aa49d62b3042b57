import { useId } from 'react';
import { showableText } from '../../base/clean-text';
import type { Translate } from '../../base/translate';
import { moveFocus } from '../kit/focus/focus';
import { PageDialog } from '../context/PageDialog';
import { useText, useTimeline } from '../context/store-context';
import { LONGEST_NAME } from './LookingDialog';
import type { OpenServices, PlanCount, PlanProgress, Planned } from './open-services';
import { PlanBars } from './PlanBars';
import { pointsOf } from './plan-prose';
import type { PlanPoint } from './plan-prose';

/** What a file is and what would come of it, before anything on screen is replaced. */
export function PlanDialog({
  services,
  planned,
}: {
  readonly services: OpenServices;
  readonly planned: Planned | undefined;
}) {
  const t = useText();
  const start = useId();
  const correct = useId();
  return (
    <PageDialog
      open={planned !== undefined}
      onClose={services.cancel}
      title={showableText(planned?.plan.source ?? '', LONGEST_NAME)}
      close={t('open.close')}
      className="dt-plan"
      goesOnAt={planned?.isBack === true ? (planned.canOpen ? correct : start) : undefined}
    >
      {planned === undefined ? null : (
        <WhatWouldCome services={services} planned={planned} start={start} correct={correct} />
      )}
    </PageDialog>
  );
}

function WhatWouldCome({
  services,
  planned,
  start,
  correct,
}: {
  readonly services: OpenServices;
  readonly planned: Planned;
  /** Ids of the button that most will press, and of the one that leads on to the columns. */
  readonly start: string;
  readonly correct: string;
}) {
  const t = useText();
  const { plan, table, canOpen, found } = planned;
  const before = useTimeline((state) => state.dataset?.title);
  const points = pointsOf(planned, t);
  const isNothing = found.isWhole && canOpen && (found.count === undefined || found.count.events === 0);
  return (
    <>
      <p className="dt-dialog-note">
        {whatItIs(planned, t)} {t('open.stayed')}
      </p>
      {planned.isAsBefore ? <AsBefore services={services} start={start} /> : null}
      <section aria-label={t('open.wouldCome')}>
        <h3>{t('open.wouldCome')}</h3>
        {found.count === undefined ? null : <Counts count={found.count} isTable={table !== undefined} />}
        {found.count === undefined ? null : <PlanBars years={found.count.years} />}
        {canOpen ? <Reading services={services} found={found} /> : <p>{t('open.unsaid')}</p>}
        {isNothing ? <p className="dt-plan-none">{t('open.noEvents')}</p> : null}
      </section>
      <div className="dt-plan-points">
        <Points title={t('open.settled')} points={points.filter(({ kind }) => kind === 'settled')} />
        <Points
          title={t('open.toSettle')}
          points={points.filter(({ kind }) => kind === 'to-settle')}
          onSettle={table === undefined ? undefined : services.correct}
        />
      </div>
      <div className="dt-plan-foot">
        {canOpen ? (
          <button
            id={start}
            type="button"
            className="dt-button dt-button--main"
            disabled={isNothing}
            onClick={() => services.open()}
          >
            {t('open.open')}
          </button>
        ) : null}
        {table === undefined ? null : (
          <button id={canOpen ? correct : start} type="button" className="dt-button" onClick={() => services.correct()}>
            {t(canOpen ? 'open.correct' : 'open.say')}
          </button>
        )}
        <p>
          {before === undefined ? '' : t('open.replaces', { title: before })}
          {plan.source === '' ? '' : ' '}
          {before === undefined ? '' : t('open.comesBack')}
        </p>
      </div>
    </>
  );
}

/** That it is read as a table like it was, and the way back to the page's own guess. */
function AsBefore({ services, start }: { readonly services: OpenServices; readonly start: string }) {
  const t = useText();
  return (
    <p className="dt-plan-before">
      {t('open.asBefore')}{' '}
      <button
        type="button"
        className="dt-link"
        onClick={({ currentTarget }) => {
          // The button goes with what it says.
          moveFocus(currentTarget.closest('dialog')?.querySelector<HTMLElement>(`[id="${start}"]`), 'in place');
          services.startAfresh();
        }}
      >
        {t('open.startAfresh')}
      </button>
    </p>
  );
}

function whatItIs({ table, plan, format, found }: Planned, t: Translate): string {
  const rows = found.records;
  if (table === undefined || plan.columns.length === 0) return t('open.is', { format });
  const columns = t('open.columns', { n: plan.columns.length });
  if (rows === undefined) return t('open.isTable', { format, columns });
  return t('open.isTableOf', { format, rows: t('open.rows', { n: rows }), columns });
}

function Counts({ count, isTable }: { readonly count: PlanCount; readonly isTable: boolean }) {
  const t = useText();
  const { events, undated, names, rowsWithNames, sources } = count;
  const all = [
    [events, t(isTable ? 'open.count.rows' : 'open.count.events', { n: events })],
    [names, t('open.count.names', { n: names, rows: rowsWithNames })],
    [sources, t('open.count.sources', { n: sources })],
    [events - undated, t('open.count.dated', { n: events - undated })],
  ] as const;
  return (
    <dl className="dt-plan-counts">
      {all.map(([number, words]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{t.number(number)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How much of the file the counts are of, as long as that isn't all. */
function Reading({ services, found }: { readonly services: OpenServices; readonly found: PlanProgress }) {
  const t = useText();
  if (found.isWhole)
    return found.problem === undefined ? null : (
      <p className="dt-plan-none">{t('open.endsEarly', { detail: found.problem.detail })}</p>
    );
  return (
    <p className="dt-plan-reading">
      <progress aria-label={t('open.counting')} max={1} {...(found.done === undefined ? {} : { value: found.done })} />
      <span>{t('open.counting')}</span>
      <button type="button" className="dt-link" onClick={services.stop}>
        {t('open.stop')}
      </button>
    </p>
  );
}

function Points({
  title,
  points,
  onSettle,
}: {
  readonly title: string;
  readonly points: readonly PlanPoint[];
  /** Leads to where one of them is settled. */
  readonly onSettle?: OpenServices['correct'] | undefined;
}) {
  const t = useText();
  if (points.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {points.map(({ kind, text, place }) => (
          <li key={text} className={`dt-plan-point dt-plan-point--${kind}`}>
            <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" aria-hidden="true">
              {kind === 'settled' ? (
                <path d="m2 7.5 3.5 3.5L12 3.5" strokeWidth="2.5" />
              ) : (
                <circle cx="7" cy="7" r="5" strokeWidth="2" strokeDasharray="2.4 1.53" />
              )}
            </svg>
            <span>
              {text}
              {place === undefined || onSettle === undefined ? null : (
                <>
                  {' '}
                  <button type="button" className="dt-link" onClick={() => onSettle(place)}>
                    {t('open.settle')}
                    <span className="dt-visually-hidden"> {text}</span>
                  </button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
