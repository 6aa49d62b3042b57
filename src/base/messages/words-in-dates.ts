/** Words that stand beside numbers in dates of the languages that tables come in; months are Intl's. */
export const WORDS_IN_DATES =
  'c ca circa about around approx early mid late before after by since from to until till between and or on in of the spring summer autumn fall winter first second third fourth quarter half century st nd rd th bc bce ad ce am pm utc gmt z t ongoing present now ' +
  'vers env environ début debut fin mi avant après apres depuis jusque au à le du er siècle printemps été ete automne hiver ' +
  'um anfang mitte ende vor nach seit bis ab von frühjahr frühling sommer herbst winter jh jahrhundert uhr der ' +
  'hacia principios finales mediados antes después despues desde hasta de del el primavera verano otoño invierno siglo ' +
  'около начало середина конец до после с по от г гг год года году лет века век весна лето осень зима в на ' +
  'حوالي أوائل منتصف أواخر قبل بعد منذ حتى من إلى في عام سنة م هـ ' +
  'cerca início inicio meados final depois até ate outono verão verao';
