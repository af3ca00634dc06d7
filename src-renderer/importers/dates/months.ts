/** Names of the months, as databases print them in the language of their user. Abbreviations lack their dot. */
const names: readonly string[] = [
  // English, German, French, Dutch, Spanish, Italian, Portuguese, the Nordic languages, Indonesian, Polish, Russian
  'january jan januar jänner janvier janv januari enero ene gennaio gen janeiro stycznia stycznia styczeń января январь',
  'february feb februar feber février fevrier févr fevr februari febrero febbraio febr fevereiro fev lutego luty февраля февраль',
  'march mar märz maerz mrz mars maart mrt marzo março marco marts maret marca marzec марта март',
  'april apr avril avr abril abr aprile kwietnia kwiecień апреля апрель',
  'may mai mei mayo maggio mag maio maj maja мая май',
  'june jun juni juin junio giugno giu junho czerwca czerwiec июня июнь',
  'july jul juli juillet juil julio luglio lug julho lipca lipiec июля июль',
  'august aug août aout augustus agosto ago agustus augusti sierpnia sierpień августа август',
  'september sept sep septembre septiembre setiembre settembre set setembro września wrzesień сентября сентябрь',
  'october oct oktober okt octobre octubre ottobre ott outubro out października październik октября октябрь',
  'november nov novembre noviembre novembro listopada listopad ноября ноябрь',
  'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember grudnia grudzień декабря декабрь',
];

const numbers: ReadonlyMap<string, number> = new Map(
  names.flatMap((some, i) => some.split(' ').map((name): [string, number] => [name, i + 1])),
);

/** A regular expression's alternatives, the longest first, so that `mars` is not read as `mar`. */
export const monthPattern = [...numbers.keys()].sort((a, b) => b.length - a.length).join('|');

/** In: a name of `monthPattern` in any case. Out: 1–12, or 0 for anything else. */
export const monthNumber = (name: string): number => numbers.get(name.toLowerCase()) ?? 0;

const weekdays =
  'monday tuesday wednesday thursday thurdsday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
  'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ' +
  'lundi mardi mercredi jeudi vendredi samedi dimanche ' +
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
  'lunes martes miércoles miercoles jueves viernes sábado sabado domingo ' +
  'lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi sabato domenica ' +
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta ' +
  'понедельник вторник среда четверг пятница суббота воскресенье';

/** Alternatives for the days of the week in the alphabetic languages above. */
export const weekdayPattern = weekdays
  .split(' ')
  .sort((a, b) => b.length - a.length)
  .join('|');
