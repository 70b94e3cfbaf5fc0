import type { XmlScanner } from '@/lib/engine/readers/xml/xml-scanner';

/**
 * The text of the element at hand (a shared or an inline string), its runs of different looks joined. How it is pronounced is left out.
 * The scanner stands at the closing tag then.
 */
export function richText(xml: XmlScanner): string {
  if (xml.empty) return '';
  const element = xml.name;
  let text = '';
  let isPlain = false;
  let inRun = false;
  for (;;) {
    const place = xml.next();
    if (place === 'end' || (place === 'close' && xml.name === element)) return text;
    if (place !== 'open') continue;
    if (xml.name === 'r') inRun = !xml.empty;
    else if (xml.name === 't') {
      // Runs beside a plain text are not shown.
      if (isPlain) xml.skip();
      else text += shownText(xml);
      isPlain ||= !inRun;
    } else xml.skip();
  }
}

function shownText(xml: XmlScanner): string {
  const keepsBlanks = xml.attribute('space') === 'preserve';
  const text = writtenText(xml);
  return keepsBlanks ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** The text of the element at hand with all its blanks. The scanner stands at its closing tag then. */
export const writtenText = (xml: XmlScanner) => unescaped(xml.innerText());

/** Characters that XML cannot hold are written as _xHHHH_; lines end as XML says they do, however they are written. */
function unescaped(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
  return plain.includes('\r') ? plain.replace(/\r+\n/g, '\n') : plain;
}
