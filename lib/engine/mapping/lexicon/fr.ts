import type { Lexicon } from './meaning';

export const fr: Lexicon = {
  given: 'prenom|prenoms|petit nom',
  family: 'nom de famille|nom usuel|nom patronymique|patronyme|nom d usage',
  nom: 'nom|noms',
  fullName: 'nom complet|nom et prenom|prenom et nom|nom prenom|prenom nom|nom affiche|nom d affichage|nom a afficher|nom du contact|nom du client',
  middle: 'deuxieme prenom|second prenom|autre prenom|autres prenoms|2e prenom',
  particle: 'particule',
  suffix: 'suffixe',
  nickname: 'surnom|pseudo|pseudonyme|sobriquet|nom d utilisateur|identifiant utilisateur',
  maiden: 'nom de jeune fille|nom de naissance',
  title: 'civilite|titre|politesse|appellation|titre de civilite|formule de politesse|prefixe',
  gender: 'sexe|genre',
  birth: 'naissance|ne|nee',
  birthdate: 'date de naissance|date naissance|anniversaire|ne le|nee le|ddn|date de naiss|jour de naissance complet',
  language: 'langue|langue preferee|langue de correspondance|code langue|langue parlee',
  email:
    'courriel|mel|adresse mail|adresse e mail|adresse email|adresse electronique|adresse de messagerie|messagerie|courrier electronique|adresse courriel|emails',
  phone:
    'telephone|tel|tph|telephone fixe|fixe|numero de telephone|n de telephone|no de telephone|tel fixe|ligne fixe|tele|phone fixe|num tel|num telephone|telephones',
  oddPhone:
    'telephone voiture|radiotelephone|radiomessagerie|recepteur de radiomessagerie|bip|rappel|rnis|telephone de la voiture|numero de pager|recepteur|telephone societe|ats|telephone principal de la societe|biper',
  mobile:
    'portable|tel portable|telephone portable|mobile|telephone mobile|tel mobile|gsm|numero de portable|cellulaire|tel mob|num portable|no de portable',
  fax: 'telecopie|telecopieur|numero de fax',
  areaCode: 'indicatif|indicatif telephonique',
  company:
    'societe|entreprise|raison sociale|organisation|organisme|structure|employeur|association|etablissement|denomination|denomination sociale|nom de la societe|nom de l entreprise|nom de l organisme|nom societe|nom de la structure|nom commercial',
  department: 'service|departement entreprise|direction|division',
  job: 'fonction|poste|profession|metier|intitule du poste|titre du poste|emploi|titre professionnel',
  website: 'site web|site internet|page web|siteweb|adresse web|url du site|pages web|site',
  notes:
    'remarque|remarques|commentaire|commentaires|observation|observations|infos|informations complementaires|note interne|divers|bloc notes|memo',
  address: 'adresse|adresses',
  fullAddress: 'adresse complete|adresse postale complete',
  street: 'rue|voie|adresse postale|nom de rue|nom de la rue|nom de voie|numero et rue|rue et numero|n et rue|adresse rue|libelle voie',
  line: 'adresse ligne|ligne|ligne d adresse|ligne adresse',
  addition:
    'complement d adresse|complement adresse|complement|adresse complement|suite adresse|batiment|etage|appartement|residence batiment|chez|adresse suite|complement adr|adresse complementaire',
  house: 'numero de rue|numero rue|numero de voie|n de rue|no de rue|numero de maison|n voie',
  poBox: 'boite postale|bp|case postale|adresse boite postale|b p',
  zip: 'code postal|cp|npa|c p|codepostal|code post',
  town: 'ville|localite|commune|villes|bureau distributeur',
  district: 'quartier|lieu dit|arrondissement|cedex|complement de ville|complement ville',
  state: 'departement|canton|region|province|etat|dep mt region|dep region|etat province|region etat|code departement',
  country: 'pays|pays region|code pays|nom du pays',
  id: 'identifiant|matricule|reference externe|id externe|identifiant externe|identifiant unique|cle|ref|reference',
  customerNumber:
    'numero client|n client|no client|id client|code client|numero de client|numero de contact|no contact|n contact|id contact|numero d adherent|n adherent|numero adherent|id du membre|id membre|numero spectateur|numero abonne|numero de compte client|num client|reference client|ref client|code contact|identifiant client|no adherent|n abonne',
  kind: 'type de contact|type de client|nature du contact|type contact|type client|type de personne',
  tags: 'etiquettes|mots cles|mot cle|categories|groupes|groupe|libelles|segments|listes',
  taxId:
    'siren|siret|numero de tva|n tva|tva intracommunautaire|numero tva|no tva|n siret|n siren|numero siret|numero siren|identifiant fiscal|rna|numero rna|code tva|tva intra|ide',
  created:
    'date d inscription|date de creation|cree le|date creation|inscrit le|date inscription|date d ajout|date d adhesion|client depuis|date d enregistrement|horodateur|horodatage|ajoute le|date d entree',
  structureType: 'type de structure|type structure|type d organisme|type d etablissement',
  addressUse: 'usage de l adresse',
  letterSalutation: 'formule de lettre|formule d appel|formule lettre',
  addressSalutation: 'formule adresse|formule d adresse',
  home: 'domicile|prive|privee|personnel|personnelle|perso|maison|residence|a domicile',
  work: 'travail|bureau|professionnel|professionnelle|pro|prof|du bureau',
  other: 'autre|autres|residence secondaire',
  billing: 'facturation|facture|de facturation',
  shipping: 'livraison|expedition|de livraison',
  second: 'secondaire|deuxieme|second|seconde|alternatif|de secours|2eme',
  third: 'troisieme|3eme',
  primary: 'principal|principale|par defaut|correspondance|prefere|premier',
  payer: 'payeur|acheteur|commanditaire|emetteur|du payeur|donneur d ordre|acquereur|titulaire de la commande',
  attendee:
    'participant|spectateur|inscrit|beneficiaire|participant e|du participant|invite|festivalier|visiteur|adherent|porteur|titulaire du billet',
  related:
    'assistant|assistante|responsable|manager|conjoint|conjointe|epouse|epoux|mari|femme|enfant|enfants|mere|pere|parent|parents|tuteur|representant|representant legal|urgence|contact d urgence|personne a prevenir|personne a contacter|parrain|referent|commercial|gestionnaire|chef|superieur|beau pere|ami|recommande par|expediteur|organisateur|proprietaire|medecin|fournisseur|vendeur|createur|cree par|modifie par|saisi par|eleve|secretaire',
  date: 'date|date du',
  day: 'jour',
  month: 'mois',
  year: 'annee|an',
  number: 'numero|n|no|num',
  code: 'code|abrege|iso',
  is: 'est|est une',
  optIn:
    'opt in|optin|accepte|accepter|consentement|autorise|autorisation|accord|inscrit a|abonne|abonnement newsletter|souhaite recevoir|je souhaite recevoir|recevoir|inscription newsletter|accepte les|accepte la|accepte de recevoir|j accepte de recevoir|souhaite etre informe|tenez moi informe|consent|accepte l|autorisation de|accepte d',
  optOut:
    'opt out|optout|desabonne|desabonnes|desinscrit|desinscription|desabonnement|ne pas|refuse|refus|ne souhaite pas|ne veut pas|pas de|pas d|ne plus|stop|opposition|n accepte pas|ne pas contacter|ne pas appeler|ne pas envoyer|sans|ne souhaite plus recevoir|npai refus',
  newsletter:
    'infolettre|lettre d information|lettre d infos|newsletters|offres|actualites|informations|promotions|email marketing|l actualite|bulletin|e mailing|emailing|les e mails|e mails|les emails',
  sms: 'les sms|texto|textos|par sms',
  post: 'courrier|par courrier|courriers|voie postale|courrier postal|publipostage',
  partner: 'partenaire|partenaires|des partenaires|nos partenaires|nl partenaires',
  thirdParty: 'tiers|des tiers|transmission a des tiers|la transmission a des tiers|a des tiers',
  filler:
    'du|de|des|la|le|les|l|d|et|ou|votre|vos|mon|contact|client|cliente|personne|usager|membre|par|pour|en|au|aux|un|une|a|facultatif|obligatoire|coordonnees|sur|dans|si|spectateurs|correspondant|affiche|institution|l institution|y|compris|complet|complete|saisir|merci|indiquer',
  foreign:
    'forme juridique|categorie tarifaire|commande|reference commande|numero de commande|n de commande|reservation|billet|billets|numero billet|evenement|spectacle|representation|seance|place|siege|rang|salle|tarif|prix|montant|total|paiement|reference paiement|moyen de paiement|mode de paiement|facture n|verse|versement|don|campagne|attestation|recu|recu fiscal|code promo|promo|remise|devise|solde|statut|etat du|type|source|origine|provenance|date du paiement|date de commande|date de la commande|date de la representation|date reservation|derniere|dernier|derniere commande|derniere connexion|derniere visite|derniere modification|modifie le|mis a jour|mise a jour|maj|heure|duree|quantite|qte|nb|nb enfants|nombre de|nombre d|age|tranche d age|nationalite|passeport|securite sociale|lieu de naissance|ville de naissance|pays de naissance|departement de naissance|mot de passe|adresse ip|photo|image|avatar|loisirs|centre d interet|centres d interet|taille|poids|regime|regime alimentaire|allergies|permis|banque|carte|carte bancaire|rib|compte|compte bancaire|titulaire du compte|question|reponse|choix|abonnement|adhesion|cotisation|formule|canal|filiere|filiere de vente|guichet|produit|article|option|options|points|fidelite|actif|inactif|valide|email valide|verifie|confirme|role|code barre|code barres|cle spectacle|latitude|longitude|langue du site|cgv|cgu|rgpd|conditions|politique de confidentialite|situation familiale|deces|decede|niveau|classe|ecole niveau|atelier|cours|groupe sanguin|equipe|secteur|secteur d activite|activite|effectif|chiffre d affaires|capital|naf|ape|code ape|code naf|npai|origine du contact|effectifs|source d inscription|motif|objet|message|fichier|document|signature|bon de commande|num commande|anniversaire de mariage|initiales|profession du pere|statut du paiement|eligible|organisation code|code organisation',
};
