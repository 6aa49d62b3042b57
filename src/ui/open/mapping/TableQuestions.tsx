import type { Translate } from '../../../base/translate';
import { listInWords } from '../../../base/translate';
import { dateInWords } from '../../../model/dates/date-prose';
import { isDateFault, parseEventDate } from '../../../model/dates/parse-event-date';
import type { QuestionAnswer, TableQuestion } from '../../../formats/table/findings';
import { useText } from '../../context/store-context';
import { useMappingStep } from './mapping-context';
import { orderOf } from './open-points';
import type { OpenQuestion } from './open-points';
import { questionKey } from './mapping-state';
import { Question } from './Question';

/** Questions that stand at one place, one under another. */
export function TableQuestions({ questions }: { readonly questions: readonly OpenQuestion[] }) {
  return questions.map((each) => <TableQuestionBlock key={questionKey(each.question)} {...each} />);
}

function TableQuestionBlock({ question, answer }: OpenQuestion) {
  switch (question.about) {
    case 'day-order':
      return <DayOrderQuestion question={question} answer={answer} />;
    case 'century':
      return <CenturyQuestion question={question} answer={answer} />;
    case 'grouping':
    case 'spreading':
      return <RowsQuestion question={question} answer={answer} />;
  }
}

interface QuestionOf<About extends TableQuestion['about']> {
  readonly question: Extract<TableQuestion, { readonly about: About }>;
  readonly answer: QuestionAnswer | undefined;
}

/** How is 3/4/2016 meant? */
function DayOrderQuestion({ question, answer }: QuestionOf<'day-order'>) {
  const t = useText();
  const step = useMappingStep();
  const { decision, of } = question;
  const { counts, inRowOrder, example } = decision;
  const chosen = orderOf(answer);
  const answers = (example?.alternatives ?? []).flatMap(({ edtf, order }) =>
    order === undefined
      ? []
      : [
          {
            key: order,
            result: edtfInWords(edtf, t),
            reason: reasonInWords(order, inRowOrder, t),
            isChosen: chosen === order,
            choose: () => step.answer(question, { about: 'day-order', of, order }),
          },
        ],
  );
  return (
    <Question
      about={question.about}
      asks={t('mapping.order.asks', { text: example?.text ?? '' })}
      because={t('mapping.order.because', { n: counts.either })}
      answers={answers}
      until={chosen === undefined ? untilInWords(counts, t) : ''}
    >
      {chosen === undefined ? null : (
        <button
          type="button"
          className="dt-link dt-map-leave"
          onClick={() => step.answer(question, { about: 'day-order', of, order: 'either' })}
        >
          {t('mapping.order.leave')}
        </button>
      )}
    </Question>
  );
}

function reasonInWords(
  order: 'day-first' | 'month-first',
  { dayFirst, monthFirst, of }: { readonly dayFirst: number; readonly monthFirst: number; readonly of: number },
  t: Translate,
): string {
  const name = t(`mapping.order.${order}`);
  if (of === 0) return name;
  return t('mapping.order.reason', {
    name,
    n: t.number(order === 'day-first' ? dayFirst : monthFirst),
    of: t.number(of),
  });
}

function untilInWords(
  { dayFirst, monthFirst }: { readonly dayFirst: number; readonly monthFirst: number },
  t: Translate,
): string {
  const why =
    dayFirst + monthFirst === 0
      ? t('mapping.order.none')
      : t('mapping.order.both', { dayFirst: t.number(dayFirst), monthFirst: t.number(monthFirst) });
  return `${why} ${t('mapping.order.until')}`;
}

/** Is 17 the year 2017, or 1917? */
function CenturyQuestion({ question, answer }: QuestionOf<'century'>) {
  const t = useText();
  const step = useMappingStep();
  const { decision, of } = question;
  const { counts, example } = decision;
  const chosen = answer?.about === 'century' ? answer.lastYear : undefined;
  const answers = (example?.alternatives ?? []).flatMap(({ edtf, lastYear }) =>
    lastYear === undefined
      ? []
      : [
          {
            key: String(lastYear),
            result: edtfInWords(edtf, t),
            reason: t('mapping.century.reason', { from: t.digits(lastYear - 99), to: t.digits(lastYear) }),
            isChosen: chosen === lastYear,
            choose: () => step.answer(question, { about: 'century', of, lastYear }),
          },
        ],
  );
  return (
    <Question
      about={question.about}
      asks={t('mapping.century.asks', { text: example?.text ?? '' })}
      because={t('mapping.century.because', { n: counts.twoDigitYears })}
      answers={answers}
      until={chosen === undefined ? t('mapping.century.until') : ''}
    />
  );
}

/** Is each row an event? */
function RowsQuestion({ question, answer }: QuestionOf<'grouping' | 'spreading'>) {
  const t = useText();
  const step = useMappingStep();
  const columns = question.about === 'grouping' ? question.by : question.columns;
  const names = listInWords(
    columns.map((column) => t('mapping.quoted', { text: column })),
    t,
  );
  const kept = keptRows(answer);
  const give = (value: readonly string[] | 'rows') =>
    step.answer(
      question,
      question.about === 'grouping' ? { about: 'grouping', by: value } : { about: 'spreading', columns: value },
    );
  return (
    <Question
      about={question.about}
      asks={t(`mapping.${question.about}.asks`)}
      because={t(`mapping.${question.about}.because`, { columns: names })}
      answers={[
        {
          key: 'rows',
          result: t('mapping.events', { n: question.rows }),
          reason: t('mapping.grouping.rows'),
          isChosen: kept === true,
          choose: () => give('rows'),
        },
        {
          key: 'columns',
          result: t('mapping.events', { n: question.events }),
          reason: t(`mapping.${question.about}.columns`, { columns: names }),
          isChosen: kept === false,
          choose: () => give(columns),
        },
      ]}
      until={kept === undefined ? t('mapping.grouping.until') : ''}
    />
  );
}

/** Whether rows were said to stay events each; undefined while nobody has said it. */
function keptRows(answer: QuestionAnswer | undefined): boolean | undefined {
  if (answer?.about === 'grouping') return answer.by === 'rows';
  return answer?.about === 'spreading' ? answer.columns === 'rows' : undefined;
}

function edtfInWords(edtf: string, t: Translate): string {
  const date = parseEventDate(edtf);
  return isDateFault(date) ? edtf : dateInWords(date, t);
}
