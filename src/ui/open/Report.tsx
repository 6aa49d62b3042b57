import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Rejection } from '../../model/rejection';
import { tallyRejections } from '../../model/rejection-tally';
import { useText, useTimeline } from '../context/store-context';
import { Heading } from '../context/Heading';
import { InPlace } from './InPlace';
import { FaultRows, LeftOutRows } from './LeftOutRows';
import { findingsInWords } from './plan-prose';
import type { PlanPoint } from './plan-prose';
import type { OpenServices, Opened } from './open-services';
import { UndatedRows } from './UndatedRows';
import { useOpenServices, useOpening } from './use-opening';

/** What became of a file, in the panel; `otherwise` is what stands there when nobody asks. */
export function Report({ otherwise }: { readonly otherwise: ReactNode }) {
  const services = useOpenServices();
  return services === undefined ? otherwise : <Whole services={services} otherwise={otherwise} />;
}

function Whole({ services, otherwise }: { readonly services: OpenServices; readonly otherwise: ReactNode }) {
  const t = useText();
  const opened = useOpening(services, (each) => each.opened());
  const isReported = useOpening(services, (each) => each.isReported());
  if (opened === undefined || !isReported) return otherwise;
  return (
    <article className="dt-report">
      <p>
        <button type="button" className="dt-link" onClick={() => services.setReported(false)}>
          {t('open.back')}
        </button>
      </p>
      <Heading level={2} className="dt-panel-title" tabIndex={-1}>
        {t('open.became')}
      </Heading>
      <UndatedRows services={services} />
      <WhatWasLeftOut services={services} />
      <Settled services={services} opened={opened} />
      <InPlace services={services} />
    </article>
  );
}

function WhatWasLeftOut({ services }: { readonly services: OpenServices }) {
  const t = useText();
  const rejections = useTimeline((state) => state.rejections);
  const { events, dropped, noted } = tallyRejections(rejections);
  return (
    <section className="dt-section">
      <h3>{t(events + dropped === 0 && noted > 0 ? 'open.worthALook' : 'open.notUsed')}</h3>
      {rejections.length === 0 ? (
        <p>{t('open.shown.nothing')}</p>
      ) : (
        <>
          <p>
            {[
              events > 0 ? t('open.leftOut', { n: events }) : '',
              dropped > 0 ? t('open.dropped', { n: dropped }) : '',
              noted > 0 ? t('open.noted', { n: noted }) : '',
            ].join(' ')}
          </p>
          <LeftOutRows services={services} rejections={rejections} />
        </>
      )}
    </section>
  );
}

function Settled({ services, opened }: { readonly services: OpenServices; readonly opened: Opened }) {
  const t = useText();
  const { findings, mapping, plan } = opened;
  const renamed = useTimeline((state) => state.rejections).filter(
    ({ field, effect }) => field === mapping?.id && effect === 'noted',
  );
  const points: readonly PlanPoint[] = [
    ...(plan.notes ?? []),
    ...(findings === undefined ? [] : findingsInWords(findings, mapping, t)),
  ];
  const shared = { services, renamed, isTable: mapping !== undefined };
  return (
    <>
      <Points {...shared} heading={t('open.toSettle')} points={points.filter(({ kind }) => kind === 'to-settle')} />
      <Points {...shared} heading={t('open.wasSettled')} points={points.filter(({ kind }) => kind === 'settled')} />
    </>
  );
}

function Points({
  heading,
  points,
  services,
  isTable,
  renamed,
}: {
  readonly heading: string;
  readonly points: readonly PlanPoint[];
  readonly services: OpenServices;
  /** Its columns can be read otherwise. */
  readonly isTable: boolean;
  readonly renamed: readonly Rejection[];
}) {
  const t = useText();
  if (points.length === 0) return null;
  return (
    <section className="dt-section">
      <h3>{heading}</h3>
      <ul className="dt-open-list">
        {points.map(({ text, about, place }) => (
          <Fragment key={text}>
            <li>
              <span>{text}</span>
              {!isTable ? null : (
                <button type="button" className="dt-link" onClick={() => services.correct(place)}>
                  {t('open.change')}
                  <span className="dt-visually-hidden"> {text}</span>
                </button>
              )}
            </li>
            {about === 'renamed' && renamed.length > 0 ? (
              <li className="dt-open-rows">
                <FaultRows rejections={renamed} />
              </li>
            ) : null}
          </Fragment>
        ))}
      </ul>
    </section>
  );
}
