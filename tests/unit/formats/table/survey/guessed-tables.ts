import type { TableMapping } from '../../../../../src/formats/table/table-mapping';

/** A small table as people keep them, and what a person would say that its columns mean. */
export interface GuessedTable {
  readonly name: string;
  readonly text: string;
  readonly mapping: TableMapping;
}

const rows = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const known = (column: string) => ({ column, values: {}, known: true });

export const GUESSED_TABLES: readonly GuessedTable[] = [
  {
    name: 'date, event, source',
    text: rows(
      'Date,Event,Source',
      '3/4/2016,Talks open in Geneva,https://example.org/a',
      '14/4/2016,The delegation leaves,https://example.org/b',
      '20/5/2016,A second round,https://example.org/c',
    ),
    mapping: { date: 'Date', title: 'Event', source: { address: 'Source' } },
  },
  {
    name: 'a dated list with names',
    text: rows(
      'When\tWhat happened\tWho\tSource',
      '22 February 2016\tA joint statement is agreed\tRussia and United States\tReuters',
      'early 2002\tFirst contact\tNorway\tAftenposten',
      '11-Mar-15\tA phone call\tNorway and Russia\tTASS',
      'May 2016\tA visit is announced\tUnited States\tReuters',
    ),
    mapping: {
      date: 'When',
      title: 'What happened',
      actors: [{ column: 'Who', separator: ' and ' }],
      source: { name: 'Source' },
    },
  },
  {
    name: 'start and end, underscores',
    text: rows(
      'id,start_date,end_date,event_name,description,participants,location,link',
      '1,2014-05-01,2014-05-03,Summit,Heads of state meet for three days and adopt a declaration,France; Germany,Paris,https://example.org/1',
      '2,2014-07-11,,Call,They speak by telephone about the crisis and agree to speak again,Germany; Poland,Berlin,https://example.org/2',
      '3,2015-01-09,2015-01-10,Talks,Envoys of both sides meet again after long months of silence,France; Poland,Paris,https://example.org/3',
    ),
    mapping: {
      date: 'start_date',
      end: 'end_date',
      title: 'event_name',
      summary: 'description',
      id: 'id',
      actors: [{ column: 'participants', separator: ';' }],
      place: 'location',
      source: { address: 'link' },
    },
  },
  {
    name: 'German, semicolons, decimal days',
    text: rows(
      'Datum;Ereignis;Beteiligte;Ort;Quelle',
      '12.03.1990;Gespräche über die Einheit;DDR, BRD;Bonn;Süddeutsche Zeitung',
      '05.05.1990;Erstes Treffen;DDR, BRD, Frankreich;Bonn;Die Zeit',
      '22.06.1990;Zweites Treffen;BRD, Frankreich;Berlin;Die Zeit',
    ),
    mapping: {
      date: 'Datum',
      title: 'Ereignis',
      actors: [{ column: 'Beteiligte', separator: ', ' }],
      place: 'Ort',
      source: { name: 'Quelle' },
    },
  },
  {
    name: 'French, with a summary and a quotation',
    text: rows(
      'Date;Titre;Résumé;Acteurs;Pays;Citation;Lien',
      '12/03/2015;Rencontre à Genève;Les deux ministres se rencontrent pour la première fois depuis un an;Laurent Fabius / John Kerry;France;« un pas »;https://exemple.fr/a',
      '14/04/2015;Appel;Un entretien téléphonique de vingt minutes sur la situation;John Kerry;États-Unis;« utile »;https://exemple.fr/b',
      '02/05/2015;Visite;Le ministre se rend dans la capitale pour deux jours de discussions;Laurent Fabius;France;;https://exemple.fr/c',
    ),
    mapping: {
      date: 'Date',
      title: 'Titre',
      summary: 'Résumé',
      actors: [{ column: 'Acteurs', separator: ' / ' }],
      countries: { column: 'Pays', names: true },
      source: { address: 'Lien', quote: 'Citation' },
    },
  },
  {
    name: 'Russian, names joined by и',
    text: rows(
      'Дата;Событие;Участники;Источник',
      '22 февраля 2016;Совместное заявление о перемирии;Россия и США;ТАСС',
      '24 февраля 2016;Телефонный разговор;Россия и Иран;РИА Новости',
      '27 февраля 2016;Перемирие вступает в силу;США и Иран;ТАСС',
    ),
    mapping: {
      date: 'Дата',
      title: 'Событие',
      actors: [{ column: 'Участники', separator: ' и ' }],
      source: { name: 'Источник' },
    },
  },
  {
    name: 'Arabic',
    text: rows(
      'التاريخ,الحدث,الأطراف,المكان,المصدر',
      '22/02/2016,بيان مشترك بشأن وقف الأعمال القتالية,روسيا و الولايات المتحدة,ميونيخ,رويترز',
      '24/02/2016,اتصال هاتفي,روسيا و إيران,موسكو,تاس',
      '27/02/2016,بدء الهدنة,إيران و الولايات المتحدة,دمشق,رويترز',
    ),
    mapping: {
      date: 'التاريخ',
      title: 'الحدث',
      actors: [{ column: 'الأطراف', separator: ' و ' }],
      place: 'المكان',
      source: { name: 'المصدر' },
    },
  },
  {
    name: 'Chinese',
    text: rows(
      '日期,事件,参与方,地点,来源',
      '2016年2月22日,中美发表联合声明,中国、美国,北京,新华社',
      '2016年3月1日,外长会谈,中国、俄罗斯,莫斯科,新华社',
      '2016年4月5日,通电话,美国、俄罗斯,华盛顿,路透社',
    ),
    mapping: {
      date: '日期',
      title: '事件',
      actors: [{ column: '参与方', separator: '、' }],
      place: '地点',
      source: { name: '来源' },
    },
  },
  {
    name: 'Spanish, a type',
    text: rows(
      'Fecha;Título;Tipo;Países;Fuente',
      '1 de marzo de 1998;Firma del acuerdo;acuerdo;Ecuador, Perú;El Comercio',
      '26 de octubre de 1998;Cumbre;cumbre;Ecuador, Brasil;El Comercio',
      '12 de enero de 1999;Visita;visita;Perú, Brasil;La República',
      '3 de mayo de 1999;Segunda cumbre;cumbre;Ecuador, Perú;La República',
    ),
    mapping: {
      date: 'Fecha',
      title: 'Título',
      type: known('Tipo'),
      actors: [{ column: 'Países', separator: ', ' }],
      countries: { column: 'Países', separator: ', ', names: true },
      source: { name: 'Fuente' },
    },
  },
  {
    name: 'Portuguese, letters',
    text: rows(
      'Data,Remetente,Destinatário,Assunto',
      '1822-09-07,Pedro I,José Bonifácio,A independência',
      '1822-10-12,José Bonifácio,Pedro I,A aclamação',
      '1822-12-01,Pedro I,Leopoldina,A coroação',
    ),
    mapping: {
      date: 'Data',
      title: 'Assunto',
      actors: [
        { column: 'Remetente', role: 'initiator' },
        { column: 'Destinatário', role: 'addressee' },
      ],
    },
  },
  {
    name: 'year, month and day apart',
    text: rows(
      'Year,Month,Day,Headline,Text',
      '1815,12,10,Ada Lovelace is born,"She writes, long before there are computers, what would be the first program"',
      '1843,,,Notes on the engine,"A translation with notes three times as long as the text itself, which is why it is known"',
      '1906,12,9,Grace Hopper is born,"She would write the first compiler and find the first bug that was really one of these"',
    ),
    mapping: {
      date: { year: 'Year', month: 'Month', day: 'Day' },
      title: 'Headline',
      summary: 'Text',
    },
  },
  {
    name: 'years alone, wars',
    text: rows(
      'War,Start,End,Side A,Side B',
      'Crimean War,1853,1856,Russia,Ottoman Empire',
      'Russo-Turkish War,1877,1878,Russia,Ottoman Empire',
      'Greco-Turkish War,1897,1897,Greece,Ottoman Empire',
    ),
    mapping: {
      date: 'Start',
      end: 'End',
      title: 'War',
      actors: [{ column: 'Side A' }, { column: 'Side B' }],
    },
  },
  {
    name: 'from and to are days',
    text: rows(
      'From,To,Mission,Head of delegation',
      '2011-03-01,2011-03-04,To Tripoli,Anna Berg',
      '2011-05-09,2011-05-11,To Tunis,Jon Lund',
      '2011-06-20,2011-06-22,To Tripoli,Anna Berg',
      '2011-09-20,2011-09-22,To Cairo,Anna Berg',
    ),
    mapping: { date: 'From', end: 'To', title: 'Mission', actors: [{ column: 'Head of delegation' }] },
  },
  {
    name: 'from and to are people',
    text: rows(
      'Date,From,To,Subject',
      '1 Jan 1914,Nicholas II,Wilhelm II,New Year',
      '29 Jul 1914,Wilhelm II,Nicholas II,Mediation',
      '30 Jul 1914,Nicholas II,Wilhelm II,Reply',
    ),
    mapping: {
      date: 'Date',
      title: 'Subject',
      actors: [
        { column: 'From', role: 'initiator' },
        { column: 'To', role: 'addressee' },
      ],
    },
  },
  {
    name: 'source and target are states',
    text: rows(
      'date,source,target,action',
      '2001-01-02,USA,IRQ,threaten',
      '2001-01-03,IRQ,USA,criticise',
      '2001-01-05,USA,GBR,consult',
    ),
    mapping: {
      date: 'date',
      title: 'action',
      actors: [
        { column: 'source', role: 'initiator' },
        { column: 'target', role: 'addressee' },
      ],
    },
  },
  {
    name: 'no headers, a date first',
    text: rows(
      '2016-02-22,Statement on a cessation,Russia; United States',
      '2016-02-24,Phone call,Russia; Iran',
      '2016-02-27,Cessation begins,United States; Iran',
    ),
    mapping: {
      date: '1',
      title: '2',
      actors: [{ column: '3', separator: ';' }],
      layout: { header: 'none' },
    },
  },
  {
    name: 'no headers, text first and an address last',
    text: rows(
      'Talks open in Geneva between both sides|12 May 1988|https://example.org/1',
      'The first soldiers leave the country|15 May 1988|https://example.org/2',
      'The last ones follow over the bridge|15 February 1989|https://example.org/3',
    ),
    mapping: { date: '2', title: '1', source: { address: '3' }, layout: { header: 'none' } },
  },
  {
    name: 'a title and notes over the header',
    text: rows(
      'Iran nuclear talks,,,',
      'Compiled by hand,,,',
      ',,,',
      'Date,Event,Place,Reference',
      '14 July 2015,Agreement reached,Vienna,UN press release',
      '16 January 2016,Implementation day,Vienna,IAEA report',
    ),
    mapping: { date: 'Date', title: 'Event', place: 'Place', source: { name: 'Reference' } },
  },
  {
    name: 'headers misspelt, capitals',
    text: rows(
      'DATE;EVNET;PARTICPANTS;SORUCE',
      '2016-02-22;Statement;Russia, Iran;TASS',
      '2016-02-24;Call;Iran, Syria;SANA',
      '2016-02-27;Visit;Russia, Syria;TASS',
    ),
    mapping: {
      date: 'DATE',
      title: 'EVNET',
      actors: [{ column: 'PARTICPANTS', separator: ', ' }],
      source: { name: 'SORUCE' },
    },
  },
  {
    name: 'what an archivist keeps',
    text: rows(
      'Reference number,Date of document,Author,Recipient,Summary of contents,Box',
      'FO 371/1,12 Jan 1939,Halifax,Chamberlain,On the situation in Prague and what may be said of it in the House,12',
      'FO 371/2,15 Mar 1939,Chamberlain,Halifax,Asks for the text of the note that was handed over this morning,12',
      'FO 371/3,31 Mar 1939,Halifax,Kennard,Instructions for the talk with the foreign minister about guarantees,14',
    ),
    mapping: {
      date: 'Date of document',
      summary: 'Summary of contents',
      id: 'Reference number',
      actors: [
        { column: 'Author', role: 'initiator' },
        { column: 'Recipient', role: 'addressee' },
      ],
    },
  },
  {
    name: 'a newsroom’s sheet',
    text: rows(
      'Timestamp,Headline,Key people,Category,Importance,URL,Outlet,Notes',
      '2020-01-03,A general is killed,Qasem Soleimani; Donald Trump,military,1,https://example.org/1,Reuters,check the hour with the desk before this goes out please',
      '2020-01-05,Parliament votes,Adil Abdul-Mahdi,statement,2,https://example.org/2,AP,',
      '2020-01-08,Bases are struck,Donald Trump,military,1,https://example.org/3,Reuters,two sources say there was a warning before it came to this',
    ),
    mapping: {
      date: 'Timestamp',
      title: 'Headline',
      summary: 'Notes',
      actors: [{ column: 'Key people', separator: ';' }],
      type: known('Category'),
      importance: { column: 'Importance' },
      source: { address: 'URL', name: 'Outlet' },
    },
  },
  {
    name: 'treaties: signed and in force',
    text: rows(
      'Treaty,Parties,Date signed,Date in force,Depositary',
      'Treaty of Friendship,Norway & Sweden,1905-10-26,1906-01-01,Norway',
      'Boundary Convention,Norway & Denmark,1924-07-09,1924-07-10,Denmark',
      'Reindeer Convention,Norway & Sweden,1919-02-05,1919-12-10,Sweden',
    ),
    mapping: {
      date: 'Date signed',
      title: 'Treaty',
      actors: [{ column: 'Parties', separator: ' & ' }],
    },
  },
  {
    name: 'names that hold "and" are one name',
    text: rows(
      'Date,Decision,Body',
      '2010-01-05,Water licence renewed,Mackenzie Valley Land and Water Board',
      '2010-02-09,Public hearing opened,Mackenzie Valley Land and Water Board',
      '2010-03-15,Report adopted,Sahtu Land Use Planning Board',
    ),
    mapping: { date: 'Date', title: 'Decision', actors: [{ column: 'Body' }] },
  },
  {
    name: 'country codes, Namibia among them',
    text: rows(
      'date,title,country,url',
      '2011-05-01,Visit,NA,https://example.org/1',
      '2011-05-08,Visit,ZA,https://example.org/2',
      '2011-06-11,Summit,AO,https://example.org/3',
    ),
    mapping: {
      date: 'date',
      title: 'title',
      actors: [{ column: 'country', country: 'as-actor' }],
      countries: 'country',
      source: { address: 'url' },
    },
  },
  {
    name: 'a table in Markdown',
    text: rows(
      '| Date | Event | Actors |',
      '|------|:-----:|--------|',
      '| 12 May 2014 | Talks | Ukraine, Russia |',
      '| 14 May 2014 | Round table | Ukraine, OSCE |',
      '| 17 May 2014 | Ceasefire | Russia, OSCE |',
    ),
    mapping: { date: 'Date', title: 'Event', actors: [{ column: 'Actors', separator: ', ' }] },
  },
  {
    name: 'months as words beside years',
    text: rows(
      'Jahr;Monat;Vorgang;Akteur',
      '1961;August;Die Grenze wird geschlossen;DDR',
      '1961;Oktober;Panzer stehen sich gegenüber;USA',
      '1963;Juni;Eine Rede vor dem Rathaus;USA',
      '1963;Dezember;Das erste Abkommen über Passierscheine;DDR',
    ),
    mapping: { date: { year: 'Jahr', month: 'Monat' }, title: 'Vorgang', actors: [{ column: 'Akteur' }] },
  },
  {
    name: 'a precision beside the date',
    text: rows(
      'event_id,event_date,date_precision,what,admin1,lat,lon',
      'a1,2019-03-01,1,Shelling near the river,North,35.1,36.2',
      'a2,2019-03-15,4,Displacement of families,South,35.2,36.3',
      'a3,2019-01-01,6,Recruitment goes on,North,35.1,36.2',
    ),
    mapping: {
      date: { column: 'event_date', precision: { column: 'date_precision', book: 'ucdp' } },
      title: 'what',
      id: 'event_id',
      place: 'admin1',
    },
  },
  {
    name: 'down the side',
    text: rows(
      'Date,12 May 2014,14 May 2014,17 May 2014',
      'Event,Talks in Minsk,Round table in Kyiv,Ceasefire near Donetsk',
      'Place,Minsk,Kyiv,Donetsk',
    ),
    mapping: { date: 'Date', title: 'Event', place: 'Place', layout: { header: 'side' } },
  },
  {
    name: 'a visit list with a host',
    text: rows(
      'Visit date,Visitor,Visitor country,Host,Purpose of visit',
      '2009-06-04,Barack Obama,United States,Hosni Mubarak,Speech in Cairo',
      '2009-11-15,Barack Obama,United States,Hu Jintao,State visit',
      '2010-03-28,Barack Obama,United States,Hamid Karzai,Talks',
    ),
    mapping: {
      date: 'Visit date',
      title: 'Purpose of visit',
      actors: [{ column: 'Visitor' }, { column: 'Host' }],
      countries: { column: 'Visitor country', names: true },
    },
  },
  {
    name: 'published, with nothing else dated',
    text: rows(
      'published,title,author,link',
      '2018-06-12,Leaders meet in Singapore,Ann Lee,https://example.org/1',
      '2019-02-27,Second meeting in Hanoi,Bo Kim,https://example.org/2',
      '2019-06-30,A step over the line,Ann Lee,https://example.org/3',
    ),
    mapping: {
      date: 'published',
      title: 'title',
      source: { address: 'link', published: 'published' },
    },
  },
];
