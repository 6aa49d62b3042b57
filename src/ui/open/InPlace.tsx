import { useState } from 'react';
import { dateInWords } from '../../model/dates/date-prose';
import { SOURCE_GRADES } from '../../model/vocabulary';
import { useText, useTimeline } from '../context/store-context';
import { AddDate } from './AddDate';
import type { OpenServices } from './open-services';

/** What a table doesn't say of itself: the day that it looks from, how it opens, what its sources are worth. */
export function InPlace({ services }: { readonly services: OpenServices }) {
  const t = useText();
  return (
    <section className="dt-section">
      <h3>{t('open.inPlace')}</h3>
      <AsOf services={services} />
      <OpeningView services={services} />
      <Grade services={services} />
    </section>
  );
}

function AsOf({ services }: { readonly services: OpenServices }) {
  const t = useText();
  const asOf = useTimeline((state) => state.dataset?.asOf);
  const [isSetting, setSetting] = useState(false);
  return (
    <div className="dt-in-place">
      <span>{asOf === undefined ? t('open.asOf.none') : t('open.asOf.is', { date: dateInWords(asOf, t) })}</span>
      {isSetting ? (
        <AddDate
          services={services}
          label={t('open.asOf.label')}
          value={asOf?.edtf ?? ''}
          onSet={(edtf) => {
            setSetting(false);
            services.amend({ about: 'as-of', edtf });
          }}
          onLeave={() => setSetting(false)}
        />
      ) : (
        <button type="button" className="dt-link" onClick={() => setSetting(true)}>
          {t('open.asOf.set')}
        </button>
      )}
    </div>
  );
}

function OpeningView({ services }: { readonly services: OpenServices }) {
  const t = useText();
  const hasOpening = useTimeline((state) => state.dataset?.opening !== undefined);
  return (
    <div className="dt-in-place">
      <span>{t(hasOpening ? 'open.view.set' : 'open.view.all')}</span>
      <button type="button" className="dt-link" onClick={() => services.amend({ about: 'opening', isAsShown: true })}>
        {t('open.view.like')}
      </button>
      {hasOpening ? (
        <button
          type="button"
          className="dt-link"
          onClick={() => services.amend({ about: 'opening', isAsShown: false })}
        >
          {t('open.view.whole')}
        </button>
      ) : null}
    </div>
  );
}

function Grade({ services }: { readonly services: OpenServices }) {
  const t = useText();
  const sources = useTimeline((state) => state.dataset?.sources);
  if (sources === undefined || sources.length === 0) return null;
  const grades = new Set(sources.map(({ grade }) => grade));
  const [only] = grades;
  const all = grades.size === 1 ? only : undefined;
  return (
    <label className="dt-in-place">
      <span>{t('open.grade', { n: sources.length })}</span>
      <select
        className="dt-button dt-select"
        value={all ?? ''}
        onChange={({ target }) => {
          const grade = SOURCE_GRADES.find((each) => each === target.value);
          if (grade !== undefined) services.amend({ about: 'grade', grade });
        }}
      >
        {all === undefined ? <option value="">{t('open.grade.mixed')}</option> : null}
        {SOURCE_GRADES.map((grade) => (
          <option key={grade} value={grade}>
            {t(`grade.${grade}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
