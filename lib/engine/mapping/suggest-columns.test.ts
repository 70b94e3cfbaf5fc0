import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '@/lib/engine/types';
import { suggestColumns } from './suggest-columns';

type Given = string | readonly [header: string, ...samples: string[]];

function inputs(given: readonly Given[]) {
  const columns = given.map((column, index): ColumnProfile => {
    const [header = '', ...samples] = typeof column === 'string' ? [column] : column;
    return { index, header, samples, filled: samples.length, rows: samples.length, distinct: samples.length };
  });
  return suggestColumns(columns).map(({ input }) => input);
}

const PERSON = ['TITLE', 'FIRSTNAME', 'LASTNAME', 'BIRTHDATE', 'LINE1', 'ZIPCODE', 'TOWN', 'COUNTRY', 'TELEPHONE', 'CELLPHONE', 'EMAIL1'];

describe('the columns of a person', () => {
  it.each([
    ['en', 'Salutation|First name|Surname|Date of birth|Street|Postcode|City|Country|Phone|Mobile|E-mail address'],
    ['fr', 'Civilité|Prénom|Nom|Date de naissance|Rue|Code postal|Ville|Pays|Téléphone fixe|Portable|Courriel'],
    ['de', 'Anrede|Vorname|Name|Geburtsdatum|Strasse|PLZ|Ort|Land|Telefonnummer|Handy|E-Mail-Adresse'],
    ['it', 'Titolo|Nome|Cognome|Data di nascita|Via|CAP|Città|Nazione|Telefono|Cellulare|Posta elettronica'],
    ['es', 'Tratamiento|Nombre|Apellidos|Fecha de nacimiento|Calle|Código postal|Ciudad|País|Teléfono|Móvil|Correo electrónico'],
    ['nl', 'Aanhef|Voornaam|Achternaam|Geboortedatum|Straat|Postcode|Woonplaats|Land|Telefoonnummer|Mobiel|E-mailadres'],
    ['pt', 'Tratamento|Nome|Sobrenome|Data de nascimento|Rua|CEP|Cidade|País|Telefone|Celular|E-mail'],
    ['pl', 'Tytuł|Imię|Nazwisko|Data urodzenia|Ulica|Kod pocztowy|Miasto|Kraj|Telefon|Komórka|Adres e-mail'],
    ['cs', 'Oslovení|Jméno|Příjmení|Datum narození|Ulice|PSČ|Město|Země|Telefon|Mobil|E-mail'],
    ['sv', 'Titel|Förnamn|Efternamn|Födelsedatum|Gatuadress|Postnummer|Ort|Land|Telefon|Mobiltelefon|E-postadress'],
  ])('are read in %s', (_, headers) => {
    expect(inputs(headers.split('|'))).toEqual(PERSON);
  });

  it.each([
    ['camel case', 'firstName|lastName|zipCode|phoneNumber'],
    ['snake case', 'first_name|last_name|zip_code|phone_number'],
    ['words run together', 'firstname|lastname|postalcode|phonenumber'],
    ['capitals', 'FIRST NAME|LAST NAME|ZIP|PHONE'],
    ['a common beginning', 'crm.first_name|crm.last_name|crm.zip|crm.phone'],
    ['hints in brackets', 'First name [required]|Last name (optional)|ZIP (5 digits)|Phone [mandatory]'],
  ])('are read with %s', (_, headers) => {
    expect(inputs(headers.split('|'))).toEqual(['FIRSTNAME', 'LASTNAME', 'ZIPCODE', 'TELEPHONE']);
  });
});

describe('a column called only "name"', () => {
  it.each([
    [['Name', 'Email'], 'FULL_NAME'],
    [['Name', 'Vorname'], 'LASTNAME'],
    [['Name', 'First name', 'Last name'], 'FULL_NAME'],
    [['Nom', 'Prénom'], 'LASTNAME'],
    [[['Nom', 'Anna Bell', 'Jo Cole'], 'Ville'], 'FULL_NAME'],
    [['Nome', 'Cognome'], 'FIRSTNAME'],
    [['Nom et prénom', 'Ville'], 'FULL_NAME'],
    [['Company name', 'City'], 'OFFICIAL_NAME'],
    [['Nombre de la empresa', 'Ciudad'], 'OFFICIAL_NAME'],
    [['Event name', 'City'], null],
    [['File name', 'City'], null],
  ] as [Given[], string | null][])('in %j is %s', (given, expected) => {
    expect(inputs(given)[0]).toBe(expected);
  });
});

describe('other people and other things', () => {
  it.each([
    "Assistant's phone",
    'Emergency contact email',
    'Spouse first name',
    'Notfallkontakt Telefon',
    'Téléphone du conjoint',
    'E-mail del tutor',
    'Order number',
    'Date de la commande',
    'Ticket type',
    'Nationality',
    'Place of birth',
    'Geburtsort',
    'Card country',
    'IBAN',
    'IP address',
    'Last visit',
    'Staatsangehörigkeit',
    'Lieu de naissance',
    'Codice fiscale',
    'Anniversary',
    'Email status',
    'Phone type',
    'Company id',
    'Date',
    'Number',
  ])('%s is nothing of the contact', (header) => {
    expect(inputs([header, 'Email'])).toEqual([null, 'EMAIL1']);
  });

  it('who pay give way to those who come, and count where they are alone', () => {
    expect(inputs(['Buyer name', 'Buyer email', 'Attendee first name', 'Attendee last name'])).toEqual([null, null, 'FIRSTNAME', 'LASTNAME']);
    expect(inputs(['Nom', 'Prénom', 'Acheteur nom', 'Acheteur email', 'Acheteur ville'])).toEqual(['LASTNAME', 'FIRSTNAME', null, null, null]);
    expect(inputs(['Prénom acheteur', 'Nom acheteur', 'Email acheteur'])).toEqual(['FIRSTNAME', 'LASTNAME', 'EMAIL1']);
  });

  it('at another address are left out', () => {
    expect(inputs(['Home street', 'Home city', 'Work street', 'Work city', 'Other city'])).toEqual(['LINE1', 'TOWN', null, null, null]);
    expect(inputs(['billing_address_1', 'billing_city', 'shipping_address_1', 'shipping_city'])).toEqual(['LINE1', 'TOWN', null, null]);
    expect(inputs(['Rechnungsadresse', 'Rechnungsort', 'Lieferadresse', 'Lieferort'])).toEqual(['LINE1', 'TOWN', null, null]);
    expect(inputs(['Straße privat', 'Ort privat', 'Ort'])).toEqual(['LINE1', 'TOWN', null]);
    expect(inputs(['Address 1 - City', 'Address 2 - City'])).toEqual(['TOWN', null]);
    expect(inputs(['Business city'])).toEqual(['TOWN']);
  });
});

describe('lines of an address', () => {
  it.each([
    [
      ['Address', 'Address 2', 'Address 3'],
      ['LINE1', 'LINE2', 'LINE3'],
    ],
    [
      ['Street', 'Address line 1', 'Address line 2', 'Address line 3'],
      ['LINE1', 'LINE2', 'LINE3', null],
    ],
    [
      ['Complément d’adresse', 'Adresse'],
      ['LINE2', 'LINE1'],
    ],
    [
      ['Straße', 'Hausnummer', 'Postfach'],
      ['LINE1', 'HOUSE_NUMBER', 'PO_BOX'],
    ],
    [['Street 2'], ['LINE2']],
  ])('%j are %j', (given, expected) => {
    expect(inputs(given)).toEqual(expected);
  });
});

describe('consents', () => {
  it.each([
    [['Newsletter opt-in'], 'CNIL_O'],
    [['Accepts SMS marketing'], 'SMS_MMS'],
    [['Optin partenaires'], 'PARTNER'],
    [['Newsletter', 'yes', 'no'], 'CNIL_O'],
    [['Newsletter'], null],
    [['Newsletter', 'Spring issue', 'Summer issue'], null],
    [['SMS', '+41 79 123 45 67'], 'CELLPHONE'],
    [['SMS'], null],
    [['Email opt out'], 'OPT_OUT'],
    [['Do not call'], 'OPT_OUT'],
    [['Abgemeldet', 'ja', 'nein'], 'OPT_OUT'],
    [['Unsubscribed', '2024-01-02'], null],
    [['Opt-in date'], null],
    [['Optin IP'], null],
    [['Opt-in', 'Anna', 'Bea'], null],
    [['Newsletter opt-in wombat'], null],
    [['GDPR consent'], null],
    [['CONSENT_DATE', '2018-05-25'], 'CONSENT_DATE'],
    [['CONSENT_SOURCE', 'Form'], 'CONSENT_SOURCE'],
    [['consent_date', '2018-05-25'], null],
    [['Date of consent', '2018-05-25'], null],
    [['Source du consentement', 'Form'], null],
    [['Partner'], null],
  ] as [Given, string | null][])('%j is %s', (column, expected) => {
    expect(inputs([column])).toEqual([expected]);
  });
});

describe('values', () => {
  it.each([
    [['Email', 'Anna', 'Bea'], null],
    [['First name', '12', '13'], null],
    [['City', '75001', '69001'], null],
    [['Zip', 'Paris', 'Lyon'], null],
    [['Phone', 'yes', 'no'], null],
    [['Web page', 'yes', 'no'], null],
    [['Contact number', '+41 21 613 21 11'], 'TELEPHONE'],
    [['Contact number', '00042'], 'CONTACT_NR'],
    [['Xyz', 'a@b.org'], 'EMAIL1'],
    [['Order xyz', 'a@b.org'], null],
  ] as [Given, string | null][])('of %j make it %s', (column, expected) => {
    expect(inputs([column])).toEqual([expected]);
  });

  it('are not poured into a field beside a column that says it is that field', () => {
    expect(
      inputs([
        ['Xyz', 'a@b.org'],
        ['Email', 'c@d.org'],
      ]),
    ).toEqual([null, 'EMAIL1']);
  });
});

it('a title behind the names and before the company is that of a job', () => {
  expect(inputs(['First Name', 'Last Name', 'Title', 'Company'])).toEqual(['FIRSTNAME', 'LASTNAME', 'FUNCTION', 'OFFICIAL_NAME']);
  expect(inputs(['First Name', 'Last Name', 'Title', 'Company', 'Salutation'])).toEqual([
    'FIRSTNAME',
    'LASTNAME',
    'FUNCTION',
    'OFFICIAL_NAME',
    'TITLE',
  ]);
  expect(inputs(['Title', 'First Name', 'Last Name', 'Company'])).toEqual(['TITLE', 'FIRSTNAME', 'LASTNAME', 'OFFICIAL_NAME']);
});
