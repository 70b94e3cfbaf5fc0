import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { createTranslator } from 'use-intl/core';
import type { Language } from '@/lib/i18n';
import { catalogues } from '@/lib/i18n/catalogues';
import type { CertificateContent } from './certificate';
import type { IssuedCertificate } from './get-certificate';

/** Whole fonts, because names come from anywhere in Europe; the packages of web fonts are cut into alphabets. */
const FONTS = join(process.cwd(), 'node_modules/@expo-google-fonts/inter');
const PLAIN = join(FONTS, '400Regular/Inter_400Regular.ttf');
const BOLD = join(FONTS, '600SemiBold/Inter_600SemiBold.ttf');

const MARGIN = 56;
const LABEL_WIDTH = 170;

/** A heading and lines of a label and what it is. */
interface Section {
  heading: string;
  lines: [label: string, value: string][];
}

/** The texts of a certificate in a language; times in UTC, so that every copy says the same. */
function sectionsOf({ content, hash, issuedAt }: IssuedCertificate, language: Language): { title: string; lead: string; sections: Section[] } {
  const t = createTranslator({ locale: language, messages: catalogues[language], timeZone: 'UTC' });
  const when = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' });
  const time = (iso: string) => t('certificate.utc', { time: when.format(new Date(iso)) });
  const numbers = new Intl.NumberFormat(language);
  const named = (known: string, fallback: string) => (t.has(known as 'certificate.title') ? t(known as 'certificate.title') : fallback);
  const counts = (all: CertificateContent['rows'], nameOf: (code: string) => string): Section['lines'] =>
    all.map(({ code, count }) => [nameOf(code), numbers.format(count)]);
  const { institution, environment, importId, hashes, audit } = content;
  const sections: Section[] = [
    {
      heading: t('certificate.who'),
      lines: [
        [t('certificate.institution'), `${institution.name} (${institution.code})`],
        [t('certificate.environment'), t(`ui.environments.${environment}`)],
        [t('certificate.import'), String(importId)],
        [t('certificate.requestedBy'), `${content.requestedBy}, ${time(content.requestedAt)}`],
        [t('certificate.approvedBy'), `${content.approvedBy}, ${time(content.approvedAt)}`],
        [t('certificate.basis'), named(`approval.bases.${content.basis}`, content.basis)],
        [t('certificate.reason'), content.reason],
        [t('certificate.begun'), time(content.begunAt)],
        [t('certificate.finished'), time(content.finishedAt)],
      ],
    },
    {
      heading: t('certificate.operations'),
      lines: content.operations.map(({ operation, planned, done }) => [
        `${named(`removals.operations.${operation}.name`, operation)} (${operation})`,
        t('certificate.doneOf', { done, planned }),
      ]),
    },
    { heading: t('certificate.rows'), lines: counts(content.rows, (code) => named(`ui.buckets.${code}`, code)) },
    { heading: t('certificate.held'), lines: counts(content.held, (code) => named(`problems.titles.${code}`, code)) },
    { heading: t('certificate.kept'), lines: counts(content.kept, (code) => named(`certificate.keeps.${code}`, code)) },
    {
      heading: t('certificate.hashes'),
      lines: [
        ...(hashes.file ? [[t('certificate.file'), hashes.file] as [string, string]] : []),
        [t('certificate.plan'), hashes.plan],
        [t('certificate.result'), hashes.result],
        ...(audit ? [[t('certificate.audit'), `${audit.place}:${audit.hash}`] as [string, string]] : []),
        [t('certificate.itself'), hash],
      ],
    },
  ];
  return {
    title: t('certificate.title', { id: importId }),
    lead: t('certificate.lead', { time: time(issuedAt) }),
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

/** A certificate as a tagged PDF in a language: title, headings and lines can be read aloud and searched. */
export async function certificatePdf(certificate: IssuedCertificate, language: Language): Promise<Buffer> {
  const { title, lead, sections } = sectionsOf(certificate, language);
  const created = new Date(certificate.issuedAt);
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, pdfVersion: '1.7', tagged: true, displayTitle: true, lang: language, font: PLAIN },
    // Known to the library and not yet to its types.
    ...({ subset: 'PDF/UA' } as object),
    info: { Title: title, Creator: 'Foyer', Producer: 'Foyer', CreationDate: created, ModDate: created },
  });
  const bytes: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => bytes.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', resolve));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const add = (type: string, draw: () => void) => root.add(doc.struct(type, {}, draw));
  add('H1', () => doc.font(BOLD).fontSize(20).text(title));
  doc.moveDown(0.4);
  add('P', () => doc.font(PLAIN).fontSize(10).text(lead));
  for (const { heading, lines } of sections) drawSection(doc, add, heading, lines);
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(bytes);
}

function drawSection(doc: PDFKit.PDFDocument, add: (type: string, draw: () => void) => void, heading: string, lines: Section['lines']): void {
  const width = doc.page.width - 2 * MARGIN - LABEL_WIDTH;
  doc.moveDown(1.2);
  add('H2', () => doc.font(BOLD).fontSize(12).text(heading, MARGIN));
  for (const [label, value] of lines) {
    const height = Math.max(
      doc
        .font(PLAIN)
        .fontSize(9)
        .heightOfString(label, { width: LABEL_WIDTH - 12 }),
      doc.heightOfString(value, { width }),
    );
    if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
    const y = doc.y + 4;
    add('P', () => {
      doc.fillColor('#586069').text(label, MARGIN, y, { width: LABEL_WIDTH - 12 });
      doc.fillColor('#000000').text(value, MARGIN + LABEL_WIDTH, y, { width });
    });
    doc.y = y + height;
  }
  doc.x = MARGIN;
}
