/** Words that names are read by, without case, accents and full stops, in the languages of the headers that are known (see mapping/lexicon). */
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** How a person is addressed. */
export const COURTESY = words(
  'mr mister sir ms miss mrs madam m mm monsieur messieurs mme madame mlle mademoiselle herr herrn frau hr fr frl fraulein sig signor signore ' +
    'signora signorina sr senor senora srta sra senorita senhor senhora don dona dhr heer mevr mevrouw mw dr dra prof professor professeur ' +
    'professore maitre ing dipl dott dottssa lic mag pan pani panstwo familie famille family famiglia familia',
);

/** Signs of a word that was shortened in two: `Sig.ra`, `Dott.ssa`. */
export const SHORTENED = /^(?:sig|dott|prof)\.?(?:ra|na|re|ri|ssa|in)\.?$/i;

/** Words that only stand for a family or two people. */
export const AND = words('et und and & e y en i a u + og och ja');

/** Between first name and last name, as part of the last name. */
export const PARTICLES = words(
  'de du des d del della dello delle dei degli di da dal dalla do dos das von vom van der den het ter ten te zu zum zur und op in t l la le les ' +
    'los las lo af av el al ben bin ibn abu mac mc san santa st af. zur auf y',
);

/** Those with which the last name may begin. The others only stand behind one of them. */
export const LEADING = words(
  'de du des d del della dello delle dei degli di da dal dalla do dos das von vom van ter ten te zu zum zur af av el al ben bin ibn abu la le',
);

/** Behind a name, as part of the last name. */
export const SUFFIXES = words('jr sr ii iii iv junior senior phd md esq fils pere');

/** In the name of a firm, a house or a group, and in hardly any person's. */
export const STRUCTURES = words(
  'gmbh ag kg ohg ug ev mbh inc ltd llc llp plc corp corporation company co limited sa sas sarl eurl scop sci asbl sci snc spa srl bv nv vof sl slu sp zoo ' +
    'ltda lda ab as aps oy oyj association associazione asociacion associacao verein vereniging stowarzyszenie fondation foundation stiftung ' +
    'stichting fondazione fundacion fundacao fundacja theatre theater teatro teatr museum musee museo muzeum opera oper schule school ecole ' +
    'college lycee scuola escuela escola szkola universitat university universite universita universidad mairie ville stadt gemeinde comune ' +
    'ayuntamiento club cie compagnie ensemble orchestre orchester orchestra hotel restaurant cafe agence agentur agency group groupe gruppe ' +
    'verlag bibliothek bibliotheque library amt service services office bureau comite komitee committee centre center zentrum centro',
);
