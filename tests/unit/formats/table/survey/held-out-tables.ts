import type { GuessedTable } from './guessed-tables';

const rows = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** Shapes that the words of the guess were not made by. */
export const HELD_OUT_TABLES: readonly GuessedTable[] = [
  {
    name: 'sanctions with a listing day',
    text: rows(
      'Name of measure,Listing date,Delisting date,Imposed by,Imposed on,Legal basis',
      'Asset freeze,17/03/2014,,European Union,Russia,Regulation 269/2014',
      'Arms embargo,05/12/1991,01/10/2001,United Nations,Yugoslavia,Resolution 713',
      'Travel ban,31/07/2014,20/01/2017,United States,Russia,Executive Order 13662',
    ),
    mapping: {
      date: 'Listing date',
      end: 'Delisting date',
      title: 'Name of measure',
      actors: [
        { column: 'Imposed by', role: 'initiator' },
        { column: 'Imposed on', role: 'addressee' },
      ],
      source: { name: 'Legal basis' },
    },
  },
  {
    name: 'Italian minutes',
    text: rows(
      'Data;Oggetto;Partecipanti;Luogo',
      '3 marzo 1957;Firma dei trattati;Italia, Francia;Roma',
      '9 maggio 1958;Prima riunione;Francia, Belgio;Bruxelles',
      '12 giugno 1959;Seconda riunione;Italia, Belgio;Roma',
    ),
    mapping: {
      date: 'Data',
      title: 'Oggetto',
      actors: [{ column: 'Partecipanti', separator: ', ' }],
      place: 'Luogo',
    },
  },
  {
    name: 'a Russian chronicle without a source',
    text: rows(
      '№\tДата начала\tДата окончания\tМероприятие\tМесто проведения\tСтраны-участницы',
      '1\t01.02.2012\t03.02.2012\tКонференция по безопасности\tМюнхен\tРоссия; Германия',
      '2\t10.05.2012\t10.05.2012\tВстреча министров\tМосква\tРоссия; Китай',
      '3\t18.06.2012\t19.06.2012\tСаммит двадцати\tЛос-Кабос\tКитай; Германия',
    ),
    mapping: {
      date: 'Дата начала',
      end: 'Дата окончания',
      title: 'Мероприятие',
      id: '№',
      actors: [{ column: 'Страны-участницы', separator: ';' }],
      place: 'Место проведения',
    },
  },
  {
    name: 'an export of a database',
    text: rows(
      'uuid,createdAt,occurredOn,headline,body_text,actorNames,sourceUrl',
      'a-1,2021-05-05T10:00:00Z,1999-03-24,Air strikes begin,The first night of strikes lasts until the morning and hits several towns,NATO|Yugoslavia,https://example.org/1',
      'a-2,2021-05-05T10:00:01Z,1999-06-09,Technical agreement,Generals sign in a tent near the border after days of talks,NATO|Yugoslavia,https://example.org/2',
      'a-3,2021-05-05T10:00:02Z,1999-06-10,Resolution 1244,The Council votes with one abstention and without anybody against,UN Security Council,https://example.org/3',
    ),
    mapping: {
      date: 'occurredOn',
      title: 'headline',
      summary: 'body_text',
      id: 'uuid',
      actors: [{ column: 'actorNames', separator: '|' }],
      source: { address: 'sourceUrl' },
    },
  },
  {
    name: 'a pupil’s table',
    text: rows(
      'Year,What,Why it matters',
      '1914,Assassination in Sarajevo,It starts a chain of ultimatums that nobody manages to stop in time',
      '1917,Zimmermann telegram,It helps to bring the United States into the war against Germany',
      '1919,Treaty of Versailles,It ends the war and leaves much that people go on quarrelling about',
    ),
    mapping: { date: 'Year', title: 'What', summary: 'Why it matters' },
  },
  {
    name: 'ceasefires with two sides',
    text: rows(
      'Ceasefire,Signed,Ended,Party 1,Party 2,Mediator',
      'Minsk Protocol,5 Sep 2014,Jan 2015,Ukraine,Donetsk,OSCE',
      'Minsk II,12 Feb 2015,,Ukraine,Donetsk,OSCE',
      'Christmas truce,24 Dec 2015,7 Jan 2016,Ukraine,Luhansk,OSCE',
    ),
    mapping: {
      date: 'Signed',
      end: 'Ended',
      title: 'Ceasefire',
      actors: [{ column: 'Party 1' }, { column: 'Party 2' }, { column: 'Mediator', role: 'mediator' }],
    },
  },
  {
    name: 'Arabic, a day and an hour',
    text: rows(
      'م;تاريخ الحدث;الوقت;العنوان;التفاصيل',
      '1;5 يونيو 1967;08:45;بدء الحرب;غارات جوية على المطارات في ساعات الصباح الأولى وإعلان حالة الطوارئ',
      '2;10 يونيو 1967;18:30;وقف إطلاق النار;قبول القرار بعد ستة أيام من القتال على الجبهات الثلاث كلها',
      '3;22 نوفمبر 1967;16:00;القرار 242;اعتماد القرار بالإجماع بعد مشاورات طويلة بين أعضاء المجلس',
    ),
    mapping: {
      date: { column: 'تاريخ الحدث', time: 'الوقت' },
      title: 'العنوان',
      summary: 'التفاصيل',
      id: 'م',
    },
  },
  {
    name: 'a list of ambassadors',
    text: rows(
      'Ambassador,Appointed,Left office,Country',
      'Jane Doe,1 March 1993,30 June 1996,Chile',
      'Ann Lee,15 July 1996,1 August 1999,Peru',
      'Bo Kim,2 September 1999,,Chile',
    ),
    mapping: {
      date: 'Appointed',
      end: 'Left office',
      title: 'Ambassador',
      actors: [{ column: 'Ambassador' }],
      countries: { column: 'Country', names: true },
    },
  },
];
