import { describe, expect, it } from 'vitest';
import { readName } from './name';

describe('a whole name', () => {
  it.each([
    // text, last, first, title
    ['Anna Müller', 'Müller', 'Anna', ''],
    ['  Anna   Müller ', 'Müller', 'Anna', ''],
    ['Müller, Anna', 'Müller', 'Anna', ''],
    ['Müller, Dr. Anna', 'Müller', 'Anna', 'Dr.'],
    ['de la Fontaine, Jean', 'de la Fontaine', 'Jean', ''],
    ['Castillo Ruiz, María Jesús', 'Castillo Ruiz', 'María Jesús', ''],
    ['Charles de Gaulle', 'de Gaulle', 'Charles', ''],
    ['Jeanne d’Arc', 'd’Arc', 'Jeanne', ''],
    ["Jeanne d'Arc", "d'Arc", 'Jeanne', ''],
    ['Johann Wolfgang von Goethe', 'von Goethe', 'Johann Wolfgang', ''],
    ['Maria von und zu Liechtenstein', 'von und zu Liechtenstein', 'Maria', ''],
    ['Jan van der Meer', 'van der Meer', 'Jan', ''],
    ["Pieter van 't Hoff", "van 't Hoff", 'Pieter', ''],
    ['Leonardo da Vinci', 'da Vinci', 'Leonardo', ''],
    ['Ana Luísa dos Santos', 'dos Santos', 'Ana Luísa', ''],
    ['Oscar de la Renta', 'de la Renta', 'Oscar', ''],
    ['DUPONT Jean', 'DUPONT', 'Jean', ''],
    ['Jean-Pierre DE LA TOUR', 'DE LA TOUR', 'Jean-Pierre', ''],
    ['Marie Claire LEFÈVRE', 'LEFÈVRE', 'Marie Claire', ''],
    ['John F. Kennedy', 'Kennedy', 'John F.', ''],
    ['J. K. Rowling', 'Rowling', 'J. K.', ''],
    ['Martin King Jr.', 'King Jr.', 'Martin', ''],
    ['M. Dupont', 'Dupont', '', 'M.'],
    ['M. et Mme Dupont', 'Dupont', '', 'M. et Mme'],
    ['Monsieur et Madame Jean Dupont', 'Dupont', 'Jean', 'Monsieur et Madame'],
    ['Mr and Mrs Smith', 'Smith', '', 'Mr and Mrs'],
    ['Mr & Mrs John Smith', 'Smith', 'John', 'Mr & Mrs'],
    ['Herr und Frau Weber', 'Weber', '', 'Herr und Frau'],
    ['Frau Prof. Dr. Julia Weber', 'Weber', 'Julia', 'Frau Prof. Dr.'],
    ['Familie Huber', 'Huber', '', 'Familie'],
    ['Sig.ra Chiara Russo', 'Russo', 'Chiara', 'Sig.ra'],
    ['Dott.ssa Chiara Russo', 'Russo', 'Chiara', 'Dott.ssa'],
    ['Sra. Carmen Ortiz', 'Ortiz', 'Carmen', 'Sra.'],
    ['Dhr. Piet de Vries', 'de Vries', 'Piet', 'Dhr.'],
    ['Pani Zofia Nowak', 'Nowak', 'Zofia', 'Pani'],
    ['Voltaire', 'Voltaire', '', ''],
    ['Иван Петров', 'Петров', 'Иван', ''],
    ['Петров Иван', 'Петров', 'Иван', ''],
    ['Петров Иван Сергеевич', 'Петров', 'Иван Сергеевич', ''],
    ['Иван Сергеевич Петров', 'Петров', 'Иван Сергеевич', ''],
  ])('%s', (text, last, first, title) => {
    expect(readName(text)).toEqual({ last, first, title });
  });

  it.each([
    // Two readings, two persons, or nobody.
    ['LI Wei'],
    ['JF Kennedy'],
    ['Gabriel García Márquez'],
    ['María del Carmen López Ruiz'],
    ['Anna Maria Müller'],
    ['van der Meer Jan'],
    ['Anna und Peter Müller'],
    ['Jean & Marie Dupont'],
    ['Müller, Anna und Peter'],
    ['Müller, Anna, Zürich'],
    ['Smith, Jr.'],
    ['Acme, Inc.'],
    ['Théâtre du Lac'],
    ['Musikverein Graz e.V.'],
    ['Weber GmbH'],
    ['王小明'],
    ['김 철수'],
    ['Анна Мария'],
    ['anna@example.org'],
    ['Anna Müller 2'],
    ['Müller/Weber'],
    ['Frau'],
  ])('%s is not taken apart', (text) => {
    expect(readName(text)).toBeNull();
  });
});
