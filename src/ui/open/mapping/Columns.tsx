import { useText } from '../../context/store-context';
import { ColumnRow } from './ColumnRow';
import { LayoutBar } from './LayoutBar';
import { OriginLine } from './MappingHead';
import { useMappingStep } from './mapping-context';
import { columnOf } from './open-points';
import { Suggestions } from './Suggestions';
import { TableQuestions } from './TableQuestions';
import { TitleField } from './TitleField';

/** How the table is laid out, what is about its rows as a whole, and its columns one by one. */
export function Columns({ isPhone }: { readonly isPhone: boolean }) {
  const t = useText();
  const { choice, points, findings } = useMappingStep();
  const { columns } = choice.survey;
  const headers = new Set(columns.map(({ header }) => header));
  const isAboutRows = (column: string | undefined) => column === undefined || !headers.has(column);
  const questions = points.questions.filter(({ question }) => isAboutRows(columnOf(question, findings)));
  const suggestions = points.suggestions.filter(({ suggestion }) => isAboutRows(columnOf(suggestion, findings)));
  return (
    <>
      <LayoutBar isCounted={!isPhone} />
      <OriginLine />
      {questions.length + suggestions.length === 0 ? null : (
        <section className="dt-map-rows" aria-label={t('mapping.rowsAndEvents')}>
          <TableQuestions questions={questions} />
          <Suggestions suggestions={suggestions} />
        </section>
      )}
      <div className="dt-map-heads" aria-hidden="true">
        <span>{t('mapping.head.column')}</span>
        <span>{t('mapping.head.values')}</span>
        <span>{t('mapping.head.meaning')}</span>
        <span>{t('mapping.head.understood')}</span>
      </div>
      <ul className="dt-map-list">
        {columns.map((profile) => (
          <ColumnRow key={profile.header} profile={profile} />
        ))}
      </ul>
      <TitleField />
    </>
  );
}
