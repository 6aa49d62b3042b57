import { memo, useId } from 'react';
import { Heading } from '../../context/Heading';
import { useText } from '../../context/store-context';
import type { ColumnProfile } from '../../../formats/table/table-plan';
import type { ColumnMeaning } from '../../../formats/table/column-meanings';
import { columnInWords } from './column-prose';
import { useMappingStep } from './mapping-context';
import { MeaningSelect } from './MeaningSelect';
import { NamesParted } from './NamesParted';
import { columnOf } from './open-points';
import { PrecisionBookChoice } from './PrecisionBookChoice';
import { Suggestions } from './Suggestions';
import { TableQuestions } from './TableQuestions';
import { TypeWords } from './TypeWords';
import { Words } from './Words';

/** One column of the table: its head, three values, what it means, what was understood, and what is to be settled. */
export function ColumnRow({ profile }: { readonly profile: ColumnProfile }) {
  const t = useText();
  const id = useId();
  const step = useMappingStep();
  const { choice, findings, points, tools } = step;
  const { header } = profile;
  const meaning = tools.meaningOf(choice.mapping, header);
  const rows = choice.survey.sample.length;
  return (
    <li className="dt-map-row" aria-labelledby={id} data-column={header}>
      <Heading level={3} id={id} className="dt-map-head">
        <Words>{header}</Words>
      </Heading>
      <Values values={profile.values} />
      <MeaningSelect
        header={header}
        meaning={meaning}
        onChoose={(chosen) => step.change(tools.withMeaning(choice.mapping, header, chosen))}
      />
      <div className="dt-map-understood">
        <p className={`dt-map-said${meaning === 'nothing' ? ' dt-map-said--unused' : ''}`}>
          {columnInWords({ profile, meaning, findings, rows }, t).join(' ')}
        </p>
        <MeaningDetails meaning={meaning} column={header} />
        <TableQuestions
          questions={points.questions.filter(({ question }) => columnOf(question, findings) === header)}
        />
        <Suggestions
          suggestions={points.suggestions.filter(({ suggestion }) => columnOf(suggestion, findings) === header)}
        />
      </div>
    </li>
  );
}

/** What can be said besides of a column with a meaning. */
function MeaningDetails({ meaning, column }: { readonly meaning: ColumnMeaning; readonly column: string }) {
  switch (meaning) {
    case 'actor':
    case 'initiator':
    case 'target':
      return <NamesParted column={column} />;
    case 'type':
      return <TypeWords column={column} />;
    case 'precision':
      return <PrecisionBookChoice column={column} />;
    default:
      return null;
  }
}

/** Values of so many letters together stand on one line. */
const SHORT_LETTERS = 21;

const Values = memo(function Values({ values }: { readonly values: readonly string[] }) {
  const isShort = values.join('').length <= SHORT_LETTERS;
  return (
    <ul className={`dt-map-values${isShort ? ' dt-map-values--short' : ''}`}>
      {values.map((value) => (
        <li key={value}>
          <Words>{value}</Words>
        </li>
      ))}
    </ul>
  );
});
