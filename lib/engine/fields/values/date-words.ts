/**
 * Names of the months in 26 languages of Europe, in full, shortened and in the case a date puts them in; without case and accents.
 * Croatian is left out: its names stand for other months in Polish and Czech.
 */
const MONTHS = [
  'january jan janvier janv januar gennaio gen enero ene janeiro januari styczen sty stycznia tammikuu tammi tammikuuta leden led ' +
    'ledna ianuarie ian ιανουαριου ιαν ocak oca январь янв января januara януари січень січ січня gener jaanuar jaan janvaris sausis ' +
    'sausio jaenner janner',
  'february feb fevrier fevr februar febbraio febrero fevereiro fev februari luty lut lutego helmikuu helmi helmikuuta unor uno unora ' +
    'febr februarie φεβρουαριου φεβ subat sub февраль февр февраля februara февруари лютии лют лютого febrer veebruar veebr februaris ' +
    'vasaris vasario',
  'march mar mars marz marzo marco maart mrt marzec marca marts maaliskuu maalis maaliskuuta brezen bre brezna marcius marc martie ' +
    'μαρτιου μαρ mart март марта мар marec березень бер березня kovas kovo mrz maerz',
  'april apr avril avr aprile abril abr kwiecien kwi kwietnia huhtikuu huhti huhtikuuta duben dub dubna aprilis aprilie απριλιου απρ ' +
    'nisan nis апрель апр апреля aprila април квітень квіт квітня aprill balandis balandzio',
  'may mai maggio mag mayo maio mei maj maja toukokuu touko toukokuuta kveten kve kvetna majus μαιου μαι mayis маи мая травень трав ' +
    'травня maig maijs geguze geguzes',
  'june jun juin juni giugno giu junio junho czerwiec cze czerwca kesakuu kesa kesakuuta cerven cvn cervna junius iunie iun ιουνιου ' +
    'ιουν haziran haz июнь июня июн juna junij юни червень черв червня juny juuni junijs birzelis birzelio',
  'july jul juillet juil juli luglio lug julio julho lipiec lip lipca heinakuu heina heinakuuta cervenec cvc cervence julius iulie ' +
    'iul ιουλιου ιουλ temmuz tem июль июля июл jula julij юли липень лип липня juliol juuli julijs liepa liepos',
  'august aug aout agosto ago augustus sierpien sie sierpnia augusti elokuu elo elokuuta srpen srp srpna augusztus αυγουστου αυγ ' +
    'agustos agu август авг августа augusta avgust avg серпень серп серпня agost ag augusts rugpjutis rugpjucio aou',
  'september sep septembre sept settembre set septiembre setembro wrzesien wrz wrzesnia syyskuu syys syyskuuta zari zar szeptember ' +
    'szept septembrie σεπτεμβριου σεπ eylul eyl сентябрь сент сентября septembra септември вересень вер вересня setembre septembris ' +
    'rugsejis rugsejo',
  'october oct octobre oktober okt ottobre ott octubre outubro out pazdziernik paz pazdziernika lokakuu loka lokakuuta rijen rij ' +
    'rijna octombrie οκτωβριου οκτ ekim eki октябрь окт октября oktobra октомври жовтень жовт жовтня oktoober oktobris spalis spalio',
  'november nov novembre noviembre novembro listopad lis listopada marraskuu marras marraskuuta listopadu noiembrie νοεμβριου νοε ' +
    'kasim kas ноябрь нояб ноября novembra ноември листопад лист листопада novembris lapkritis lapkricio',
  'december dec decembre dezember dez dicembre dic diciembre dezembro grudzien gru grudnia joulukuu joulu joulukuuta prosinec pro ' +
    'prosince decembrie δεκεμβριου δεκ aralik ara декабрь дек декабря desember des decembra декември грудень груд грудня desembre ' +
    'detsember dets decembris gruodis gruodzio',
];

/** Names of the days of the week in the same languages: they say nothing that the date does not. */
const DAYS =
  'monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun lundi lun mardi mercredi mer jeudi jeu ' +
  'vendredi ven samedi sam dimanche dim montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so lunedi ' +
  'martedi mercoledi giovedi gio venerdi sabato sab domenica dom lunes martes miercoles mie jueves jue viernes vie sabado domingo ' +
  'segunda feira seg terca ter quarta qua quinta qui sexta sex maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag ' +
  'zo poniedziałek pon wtorek wt sroda sr czwartek czw piatek pt sobota sob niedziela niedz mandag man tisdag tis onsdag ons torsdag ' +
  'tors fredag fre lordag lor sondag son tirsdag tirs lørdag lør søndag søn maanantai tiistai ti keskiviikko ke torstai to perjantai ' +
  'pe lauantai la sunnuntai su pondeli po utery ut streda st ctvrtek ct patek pa nedele ne hetfo h kedd k szerda sze csutortok cs ' +
  'pentek p szombat szo vasarnap v luni marti miercuri joi vineri vin sambata duminica dum δευτερα δευ τριτη τρι τεταρτη τετ πεμπτη ' +
  'πεμ παρασκευη παρ σαββατο σαβ κυριακη κυρ pazartesi pzt sali sal carsamba car persembe per cuma cum cumartesi cmt pazar ' +
  'понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс tir tor pondelok utorok stvrtok piatok pi ' +
  'nedela ponedeljek torek sreda sre cetrtek cet petek pet nedelja ned понеделник сряда четвъртък петък събота неделя нд понеділок ' +
  'вівторок середа четвер пʼятниця субота неділя dilluns dl dimarts dt dimecres dc dijous dj divendres dv dissabte ds diumenge dg ' +
  'esmaspaev e teisipaev t kolmapaev neljapaev n reede r laupaev l puhapaev pirmdiena pirmd otrdiena otrd tresdiena tresd ceturtdiena ' +
  'ceturtd piektdiena piektd sestdiena sestd svetdiena svetd pirmadienis pr antradienis an treciadienis tr ketvirtadienis kt ' +
  'penktadienis pn sestadienis sekmadienis sk';

/** Small words around the parts of a date: 2 de abril, den 2. april, 2 апреля 1987 г., 1987. gada 2. aprīlis. */
const FILLERS = 'of the de del d den le the st nd rd th er г р gada m o';

const months = new Map<string, number>(MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));
const silent = new Set([...DAYS.split(' '), ...FILLERS.split(' ')]);

/** 1 to 12 for the name of a month (folded, without punctuation), 0 for a word that a date may have besides, undefined for any other. */
export const monthOf = (word: string): number | undefined => months.get(word) ?? (silent.has(word) ? 0 : undefined);
