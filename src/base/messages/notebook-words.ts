/*
 * The words of the notebook's grammar and of its dates in the page's languages: all are read in any text; the first of a
 * language is the one that is written in its documents. Words of the file, which stand in it whatever the page speaks.
 */

export type WordLanguage = 'en' | 'ru' | 'ar' | 'fr';

/** Lines that begin with a word and a colon. */
export type Keyword = 'chapter' | 'note' | 'period' | 'media' | 'source' | 'actor' | 'undated';

export const KEYWORDS: Readonly<Record<WordLanguage, Readonly<Record<Keyword, readonly string[]>>>> = {
  en: {
    chapter: ['chapter'],
    note: ['note'],
    period: ['period'],
    media: ['picture', 'media', 'image'],
    source: ['source', 'sources'],
    actor: ['actor'],
    undated: ['no date', 'undated'],
  },
  ru: {
    chapter: ['глава'],
    note: ['заметка', 'примечание'],
    period: ['период'],
    media: ['изображение', 'фото'],
    source: ['источник', 'источники'],
    actor: ['участник'],
    undated: ['без даты'],
  },
  ar: {
    chapter: ['فصل'],
    note: ['ملاحظة'],
    period: ['فترة'],
    media: ['صورة'],
    source: ['مصدر', 'المصدر', 'المصادر'],
    actor: ['طرف'],
    undated: ['بلا تاريخ', 'بدون تاريخ'],
  },
  fr: {
    chapter: ['chapitre'],
    note: ['note'],
    period: ['période'],
    media: ['image', 'média'],
    source: ['source', 'sources'],
    actor: ['acteur'],
    undated: ['sans date'],
  },
};

export const AS_OF: Readonly<Record<WordLanguage, string>> = {
  en: 'as of',
  ru: 'по состоянию на',
  ar: 'حتى تاريخ',
  fr: 'état au',
};

/** Roles of a participant, as the vocabulary of the model has them. */
export type WordedRole =
  | 'initiator'
  | 'party'
  | 'speaker'
  | 'addressee'
  | 'target'
  | 'requester'
  | 'sponsor'
  | 'mediator'
  | 'subject'
  | 'excluded'
  | 'referenced'
  | 'source';

/** What stands before a name and says its role. */
export const ROLE_WORDS: Readonly<Record<WordLanguage, Readonly<Record<WordedRole, string>>>> = {
  en: {
    initiator: 'by',
    party: 'with',
    speaker: 'words of',
    addressee: 'to',
    target: 'against',
    requester: 'requested by',
    sponsor: 'sponsored by',
    mediator: 'mediated by',
    subject: 'about',
    excluded: 'without',
    referenced: 'mentioning',
    source: 'according to',
  },
  ru: {
    initiator: 'от',
    party: 'с',
    speaker: 'слова',
    addressee: 'к',
    target: 'против',
    requester: 'по просьбе',
    sponsor: 'при поддержке',
    mediator: 'при посредничестве',
    subject: 'о',
    excluded: 'без',
    referenced: 'с упоминанием',
    source: 'по данным',
  },
  ar: {
    initiator: 'من',
    party: 'مع',
    speaker: 'كلام',
    addressee: 'إلى',
    target: 'ضد',
    requester: 'بطلب من',
    sponsor: 'برعاية',
    mediator: 'بوساطة',
    subject: 'بشأن',
    excluded: 'بدون',
    referenced: 'مع ذكر',
    source: 'وفق',
  },
  fr: {
    initiator: 'de la part de',
    party: 'avec',
    speaker: 'paroles de',
    addressee: 'à',
    target: 'contre',
    requester: 'à la demande de',
    sponsor: 'parrainé par',
    mediator: 'sous la médiation de',
    subject: 'au sujet de',
    excluded: 'sans',
    referenced: 'mentionnant',
    source: 'selon',
  },
};

/** How dates are written in a document: each is read back as the date that it is, or EDTF stands. */
export interface SpellingWords {
  /** Before a date that begins what goes on. */
  readonly since: string;
  readonly until: string;
  readonly by: string;
  readonly onOrAfter: string;
  readonly or: string;
  readonly and: string;
  readonly to: string;
  readonly about: string;
  readonly between: readonly [string, string];
  readonly endUnknown: string;
  readonly startUnknown: string;
  readonly bce: string;
  readonly comma: string;
}

export const SPELLING_WORDS: Readonly<Record<WordLanguage, SpellingWords>> = {
  en: {
    since: 'since',
    until: 'until',
    by: 'on or before',
    onOrAfter: 'on or after',
    or: 'or',
    and: 'and',
    to: 'to',
    about: 'about',
    between: ['between', 'and'],
    endUnknown: 'end not known',
    startUnknown: 'start not known',
    bce: 'BCE',
    comma: ',',
  },
  ru: {
    since: 'с',
    until: 'до',
    by: 'не позднее',
    onOrAfter: 'не ранее',
    or: 'или',
    and: 'и',
    to: '–',
    about: 'около',
    between: ['между', 'и'],
    endUnknown: 'конец неизвестен',
    startUnknown: 'начало неизвестно',
    bce: 'до н. э.',
    comma: ',',
  },
  ar: {
    since: 'منذ',
    until: 'حتى',
    by: 'في أو قبل',
    onOrAfter: 'في أو بعد',
    or: 'أو',
    and: 'و',
    to: 'إلى',
    about: 'حوالي',
    between: ['بين', 'و'],
    endUnknown: 'النهاية غير معروفة',
    startUnknown: 'البداية غير معروفة',
    bce: 'قبل الميلاد',
    comma: '،',
  },
  fr: {
    since: 'depuis',
    until: 'jusqu’au',
    by: 'au plus tard',
    onOrAfter: 'au plus tôt',
    or: 'ou',
    and: 'et',
    to: 'au',
    about: 'vers',
    between: ['entre', 'et'],
    endUnknown: 'fin inconnue',
    startUnknown: 'début inconnu',
    bce: 'av. J.-C.',
    comma: ',',
  },
};
