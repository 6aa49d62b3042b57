/**
 * What a word can do in a date, beside naming a month or a weekday (calendar-words.ts). Parted by commas; a phrase has
 * blanks. Written as people write; the vocabulary folds them as it folds texts.
 */
export type WordRole =
  /** Begins what goes on: "since 2014". */
  | 'since'
  /** Begins an interval, or what goes on where no end follows: "from 22 to 24 February". */
  | 'from'
  | 'to'
  | 'until'
  | 'before'
  | 'after'
  | 'by'
  | 'onOrAfter'
  | 'between'
  | 'about'
  | 'maybe'
  /** A part of the month or year that it stands before, which EDTF has no sign for. */
  | 'part'
  | 'firstHalf'
  | 'secondHalf'
  | 'or'
  | 'and'
  | 'orEarlier'
  | 'orLater'
  /** The end of what goes on: "2014 to present". */
  | 'now'
  | 'onwards'
  /** "2014, end not known": it ended, and nobody says when. */
  | 'endUnknown'
  | 'startUnknown'
  /** Says nothing that the numbers don't. */
  | 'filler'
  /** After `1990`, or before it: the ten years. */
  | 'years'
  | 'decade'
  | 'century'
  | 'quarter'
  | 'half'
  | 'bce'
  | 'ce'
  | 'spring'
  | 'summer'
  | 'autumn'
  | 'winter'
  | 'first'
  | 'second'
  | 'third'
  | 'fourth'
  | 'am'
  | 'pm'
  /** After an hour: "14 Uhr", "14h30". */
  | 'hour';

type Words = Readonly<Partial<Record<WordRole, string>>>;

const en: Words = {
  since: 'since',
  from: 'from, starting, beginning',
  to: 'to, through, thru',
  until: 'until, till, up to',
  before: 'before, prior to',
  after: 'after',
  by: 'by, on or before, no later than, not later than, not after',
  onOrAfter: 'on or after, no earlier than, not earlier than, not before',
  between: 'between',
  about: 'c, ca, circa, about, around, approx, approximately, roughly, near',
  maybe: 'probably, possibly, perhaps, maybe, likely, presumably',
  part: 'early, mid, middle, late, start, end, beginning, turn',
  firstHalf: 'first half',
  secondHalf: 'second half, latter half',
  or: 'or',
  and: 'and',
  orEarlier: 'or earlier, or before, and before, and earlier',
  orLater: 'or later, or after, and after, and later',
  now: 'present, the present, present day, now, today, ongoing, continuing, to date',
  onwards: 'onwards, onward',
  endUnknown: 'end not known, end unknown',
  startUnknown: 'start not known, start unknown',
  filler: 'the, of, in, on, at, year, month, day, sometime, some time, during, anno, dated',
  decade: 'decade',
  century: 'century, cent',
  quarter: 'quarter, q, qtr',
  half: 'h',
  bce: 'bc, bce, b c, b c e, before christ, before common era',
  ce: 'ad, ce, a d, c e, anno domini',
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn, fall',
  winter: 'winter',
  first: 'first',
  second: 'second',
  third: 'third',
  fourth: 'fourth',
  am: 'am, a m',
  pm: 'pm, p m',
  hour: "h, hrs, hours, o'clock",
};

const ru: Words = {
  since: 'начиная с, начиная со',
  from: 'с, со, от',
  to: 'по, до',
  until: 'до, вплоть до, по',
  before: 'ранее, раньше, перед',
  after: 'после, позднее, позже',
  by: 'не позднее, не позже, к, ко',
  onOrAfter: 'не ранее, не раньше',
  between: 'между, в период между, в период с, в период со',
  about: 'около, ок, примерно, приблизительно, прибл, порядка',
  maybe: 'вероятно, возможно, предположительно, предп, видимо',
  part: 'начало, начале, начала, началу, середина, середине, середины, конец, конце, конца, концу',
  firstHalf: 'первая половина, первой половине, первой половины, первую половину',
  secondHalf: 'вторая половина, второй половине, второй половины, вторую половину',
  or: 'или, либо',
  and: 'и',
  orEarlier: 'или ранее, или раньше',
  orLater: 'или позднее, или позже',
  now: 'настоящее время, наст время, н в, нв, сейчас, сегодня, сего дня',
  onwards: 'и далее, и позже',
  endUnknown: 'конец неизвестен',
  startUnknown: 'начало неизвестно',
  filler: 'в, во, на, г, гг, год, года, году, годом, годы, годов, годах, число, числа, месяц, месяца, период',
  years: 'годы, годов, годах, гг',
  decade: 'десятилетие, десятилетия',
  century: 'век, века, веке, веком, в, столетие, столетия',
  quarter: 'квартал, квартала, квартале, кв',
  half: 'полугодие, полугодия, полугодии',
  bce: 'до н э, до нэ, до н.э, до нашей эры, до р х, до рождества христова',
  ce: 'н э, нэ, н.э, нашей эры, от рождества христова',
  spring: 'весна, весны, весной, весне, весну',
  summer: 'лето, лета, летом, лету',
  autumn: 'осень, осени, осенью',
  winter: 'зима, зимы, зимой, зиме, зиму',
  first: 'первое, первого, первый, первом, первой',
  second: 'второй, второго, втором',
  third: 'третий, третьего, третьем',
  fourth: 'четвертый, четвертого, четвертом',
  am: 'утра, ночи',
  pm: 'дня, вечера',
  hour: 'ч, час, часа, часов',
};

const fr: Words = {
  since: 'depuis, dès, à partir, à compter',
  from: 'de, du',
  to: "à, au, aux, jusque, jusqu'à, jusqu'au, jusqu'en",
  until: "jusque, jusqu'à, jusqu'au, jusqu'en",
  before: 'avant',
  after: 'après',
  by: 'au plus tard, pas après',
  onOrAfter: 'au plus tôt, pas avant',
  between: 'entre',
  about: 'vers, environ, env, v, autour de, aux environs de',
  maybe: 'probablement, peut-être, sans doute, vraisemblablement',
  part: 'début, mi, milieu, fin, courant',
  firstHalf: 'première moitié',
  secondHalf: 'seconde moitié, deuxième moitié',
  or: 'ou',
  and: 'et',
  orEarlier: 'ou avant, ou plus tôt',
  orLater: 'ou après, ou plus tard',
  endUnknown: 'fin inconnue',
  startUnknown: 'début inconnu',
  now: "aujourd'hui, présent, nos jours, ce jour, maintenant",
  filler: 'le, la, les, l, en, de, du, des, d, au, aux, à, an, année, années, mois, jour',
  years: 'années',
  decade: 'décennie',
  century: 'siècle, s',
  quarter: 'trimestre, t',
  half: 'semestre',
  bce: 'av j-c, av jc, avant j-c, avant jc, avant jésus-christ, avant notre ère, av n è',
  ce: 'ap j-c, ap jc, apr j-c, apr jc, après j-c, après jc, après jésus-christ, de notre ère',
  spring: 'printemps',
  summer: 'été',
  autumn: 'automne',
  winter: 'hiver',
  first: 'premier, première',
  second: 'deuxième, second',
  third: 'troisième',
  fourth: 'quatrième',
  hour: 'heure, heures',
};

const de: Words = {
  since: 'seit, ab',
  from: 'von, vom',
  to: 'bis, bis zum, bis zur',
  until: 'bis, bis zum, bis zur',
  before: 'vor',
  after: 'nach',
  by: 'spätestens, bis spätestens',
  onOrAfter: 'frühestens, nicht vor',
  between: 'zwischen',
  about: 'um, etwa, ungefähr, zirka, gegen, rund',
  maybe: 'vermutlich, wahrscheinlich, vielleicht, wohl, möglicherweise',
  part: 'anfang, mitte, ende, frühe, frühen, späte, späten',
  firstHalf: 'erste hälfte, ersten hälfte',
  secondHalf: 'zweite hälfte, zweiten hälfte',
  or: 'oder, bzw',
  and: 'und',
  orEarlier: 'oder früher, oder davor',
  orLater: 'oder später, oder danach',
  now: 'heute, jetzt, gegenwart',
  onwards: 'an',
  endUnknown: 'ende unbekannt',
  startUnknown: 'anfang unbekannt, beginn unbekannt',
  filler: 'der, die, das, dem, den, des, am, im, in, jahr, jahre, jahres, jahren, um, zum, zur',
  years: 'jahre, jahren',
  decade: 'jahrzehnt',
  century: 'jahrhundert, jahrhunderts, jh, jhd, jhdt',
  quarter: 'quartal, quartals',
  half: 'halbjahr, halbjahrs',
  bce: 'v chr, v.chr, vor christus, v u z, vor unserer zeitrechnung',
  ce: 'n chr, n.chr, nach christus, u z, unserer zeitrechnung',
  spring: 'frühling, frühjahr',
  summer: 'sommer',
  autumn: 'herbst',
  winter: 'winter',
  first: 'erste, ersten, erster, erstes',
  second: 'zweite, zweiten, zweites',
  third: 'dritte, dritten, drittes',
  fourth: 'vierte, vierten, viertes',
  hour: 'uhr',
};

const es: Words = {
  since: 'desde, a partir',
  from: 'de, del, desde',
  to: 'a, al, hasta',
  until: 'hasta',
  before: 'antes',
  after: 'después, tras',
  by: 'a más tardar, no después',
  onOrAfter: 'no antes',
  between: 'entre',
  about: 'hacia, alrededor, aproximadamente, aprox, cerca',
  maybe: 'probablemente, posiblemente, quizá, quizás',
  part: 'principio, principios, inicio, inicios, comienzo, comienzos, mediados, final, finales, fin, fines',
  firstHalf: 'primera mitad',
  secondHalf: 'segunda mitad',
  or: 'o, u',
  and: 'y, e',
  orEarlier: 'o antes',
  orLater: 'o después',
  endUnknown: 'fin desconocido',
  startUnknown: 'inicio desconocido',
  now: 'hoy, presente, actualidad, la fecha, ahora',
  filler: 'el, la, los, las, de, del, en, año, años, mes, día, a',
  years: 'años',
  decade: 'década',
  century: 'siglo',
  quarter: 'trimestre',
  half: 'semestre',
  bce: 'a c, a.c, a de c, a.de c, antes de cristo, a n e, antes de nuestra era',
  ce: 'd c, d.c, d de c, después de cristo, de nuestra era',
  spring: 'primavera',
  summer: 'verano',
  autumn: 'otoño',
  winter: 'invierno',
  first: 'primero, primer',
  second: 'segundo',
  third: 'tercer, tercero',
  fourth: 'cuarto',
  hour: 'horas, hora',
};

const ar: Words = {
  since: 'منذ, ابتداء, اعتبارا, بدءا, من',
  from: 'من',
  to: 'إلى, الى, حتى',
  until: 'حتى, لغاية',
  before: 'قبل',
  after: 'بعد',
  by: 'بحلول, في موعد أقصاه, في موعد لا يتجاوز, في أو قبل',
  onOrAfter: 'ليس قبل, في أو بعد',
  between: 'بين',
  about: 'حوالي, حوالى, نحو, تقريبا, قرابة',
  maybe: 'ربما, يحتمل, على الأرجح',
  part: 'أوائل, مطلع, بداية, منتصف, أواسط, أواخر, نهاية',
  firstHalf: 'النصف الأول',
  secondHalf: 'النصف الثاني',
  or: 'أو',
  and: 'و',
  orEarlier: 'أو قبل ذلك, أو قبله',
  orLater: 'أو بعد ذلك, أو بعده',
  endUnknown: 'النهاية غير معروفة',
  startUnknown: 'البداية غير معروفة',
  now: 'الآن, اليوم, الوقت الحاضر, الحاضر',
  filler: 'في, من, عام, سنة, العام, السنة, شهر, يوم, عامي, سنوات, أعوام',
  decade: 'عقد',
  century: 'قرن, القرن',
  quarter: 'الربع, ربع',
  half: 'نصف',
  bce: 'قبل الميلاد, ق م, ق.م',
  ce: 'م, ميلادي, ميلادية, بعد الميلاد',
  spring: 'ربيع',
  summer: 'صيف',
  autumn: 'خريف',
  winter: 'شتاء',
  first: 'الأول, أول',
  second: 'الثاني',
  third: 'الثالث',
  fourth: 'الرابع',
  am: 'صباحا, ص',
  pm: 'مساء',
  hour: 'الساعة, ساعة',
};

/** Read in whatever language a page is: words of one rarely mean anything else in another. */
export const DATE_WORDS: Readonly<Record<string, Words>> = { en, ru, fr, de, es, ar };

/** Zones of RFC 822 and those of Europe, with their offsets; `Z` for none. */
export const ZONE_WORDS: ReadonlyMap<string, string> = new Map([
  ['z', 'Z'],
  ['ut', 'Z'],
  ['utc', 'Z'],
  ['gmt', 'Z'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
  ['wet', '+00:00'],
  ['cet', '+01:00'],
  ['cest', '+02:00'],
  ['eet', '+02:00'],
  ['eest', '+03:00'],
  ['msk', '+03:00'],
  ['мск', '+03:00'],
]);

/** How people cut names of months (1 to 12) that locales cut otherwise. */
export const MORE_MONTHS: readonly (readonly [string, number])[] = [
  ['maerz', 3],
  ['mrz', 3],
  ['set', 9],
  ['снт', 9],
  ['нбр', 11],
];

/** Endings that the names of months have in cases that `Intl` doesn't give. */
export const RUSSIAN_CASES: readonly string[] = ['а', 'я', 'е', 'у', 'ю', 'ем', 'ом'];
