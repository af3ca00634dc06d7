import { facesByLanguage } from '../../exchange/html-faces';
import { xmlText } from '../../exchange/xml';
import { cellText, type PaperDocument, type PaperSentence, type PaperTable } from './document';
import { sentenceGap } from './paper';

const style = `
:root{color-scheme:light;font:16px/1.6 Georgia,"Times New Roman",serif;color:#1d1d1b;background:#fff}
${facesByLanguage}
body{max-width:46rem;margin:3rem auto;padding:0 1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.15rem;margin:2.5rem 0 .5rem}
mark{background:#e8e6e1;color:inherit}
table{border-collapse:collapse;border-top:1.5px solid #1d1d1b;border-bottom:1.5px solid #1d1d1b;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:start;padding:0 0 .4rem;font-weight:700}
th,td{padding:.3rem .9rem .3rem 0;text-align:start;vertical-align:baseline;font-weight:400}
thead th{border-bottom:1px solid #1d1d1b}
.number{text-align:end;white-space:nowrap}
figure{margin:2.2rem 0;overflow-x:auto}
figcaption{margin-top:.4rem;font-size:.85rem;color:#555}
.references{list-style:none;padding:0}
.references li{padding-left:1.6rem;text-indent:-1.6rem;margin:.3rem 0}
@page{margin:22mm 20mm}
@media print{:root{font-size:10.5pt}body{max-width:none;margin:0;padding:0}figure{break-inside:avoid}}
`;

/**
 * The document as one HTML file that needs nothing beside itself: no script, nothing fetched.
 * In: the document. Out: text, to be encoded as UTF-8; gaps for the author are marked.
 */
export const paperHtml = (document: PaperDocument): string =>
  [
    '<!doctype html>',
    `<html lang="${document.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${xmlText(document.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${xmlText(document.title)}</h1>`,
    ...document.paragraphs.map(
      (sentences) => `<p>${sentences.map(sentenceHtml).join(sentenceGap(document.language))}</p>`,
    ),
    ...document.tables.map((table) => tableHtml(table, document)),
    ...(document.references.length > 0
      ? [
          `<h2>${xmlText(document.referencesTitle)}</h2>`,
          '<ul class="references" lang="en">',
          ...document.references.map((entry) => `<li>${xmlText(entry)}</li>`),
          '</ul>',
        ]
      : []),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');

const sentenceHtml = ({ text, isGap }: PaperSentence): string =>
  isGap ? `<mark>${xmlText(text)}</mark>` : xmlText(text);

function tableHtml({ title, columns, rows, notes }: PaperTable, { language }: PaperDocument): string {
  const ofNumbers = columns.map(({ kind }) => (kind === 'text' ? '' : ' class="number"'));
  return [
    '<figure><table>',
    `<caption>${xmlText(title)}</caption>`,
    '<thead><tr>',
    ...columns.map(({ label }, i) => `<th scope="col"${ofNumbers[i] ?? ''}>${xmlText(label)}</th>`),
    '</tr></thead>',
    '<tbody>',
    ...rows.map((cells) => {
      const written = cells.map((cell, i) => {
        const text = xmlText(cellText(cell, language));
        return i === 0 ? `<th scope="row">${text}</th>` : `<td${ofNumbers[i] ?? ''}>${text}</td>`;
      });
      return `<tr>${written.join('')}</tr>`;
    }),
    '</tbody></table>',
    ...(notes.length > 0 ? [`<figcaption>${notes.map(xmlText).join('<br>')}</figcaption>`] : []),
    '</figure>',
  ].join('\n');
}
