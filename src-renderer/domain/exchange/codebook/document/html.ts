import { facesByLanguage } from '../../html-faces';
import { xmlText } from '../../xml';
import {
  countsIn,
  symbolCharacters,
  type CodebookDocument,
  type DocumentCode,
  type DocumentFamily,
  type DocumentHeadings,
  type DocumentPart,
  type Run,
} from './document';

const style = `
:root{color-scheme:light;font:16px/1.55 Georgia,"Times New Roman",serif;color:#1d1d1b;background:#fff}
${facesByLanguage}
body{max-width:44rem;margin:3rem auto;padding:0 1.5rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.4rem;margin:3rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid #bbb}
h3,h4,h5,h6{font-size:1.05rem;margin:0}
.code{margin:1.6rem 0}
.number{font-variant-numeric:tabular-nums;color:#666;font-weight:400;margin-right:.5em}
.key{color:#666;font-weight:400}
.swatch{margin-right:.4em}
.names,.facts{color:#555;margin:.15rem 0;font-size:.92rem;font-variant-numeric:tabular-nums}
.names>*+*::before,.facts>*+*::before{content:" · "}
dl{margin:.5rem 0 0;display:grid;grid-template-columns:8rem 1fr;gap:.35rem 1rem}
dt{color:#555;font-size:.92rem}
dd{margin:0;white-space:pre-line}
blockquote{margin:0 0 .6rem;padding-left:.8rem;border-left:2px solid #bbb}
blockquote footer{color:#555;font-size:.92rem}
nav ol{list-style:none;padding-left:0;margin:0}
nav .below{padding-left:1.5rem}
nav a{color:inherit;text-decoration:none}
nav a:hover,nav a:focus{text-decoration:underline}
@page{margin:22mm 20mm}
@media print{:root{font-size:10.5pt}body{max-width:none;margin:0;padding:0}h2,h3,h4,h5,h6{break-after:avoid}
.code>header,blockquote{break-inside:avoid}nav{break-after:page}*{print-color-adjust:exact}}
`;

/**
 * The codebook as one HTML file that needs nothing beside itself: no script, nothing fetched.
 * In: the document. Out: text, to be encoded as UTF-8. Headings deeper than the sixth level are of that
 * level, with their true level for screen readers.
 */
export function codebookHtml(document: CodebookDocument): string {
  const { headings, language, families } = document;
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${text([document.title, document.project].filter(Boolean).join(' – '))}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${text(document.title)}</h1>`,
    document.project ? `<p>${text(document.project)}</p>` : '',
    '</header>',
    contents(families, headings.contents),
    '<main>',
    ...families.map((family) => familyHtml(family, headings)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const contents = (families: readonly DocumentFamily[], heading: string): string =>
  [
    `<nav aria-label="${attribute(heading)}"><h2>${text(heading)}</h2>`,
    '<ol>',
    ...families.flatMap((family) => [
      entry(family),
      '<li><ol class="below">',
      ...family.codes.filter(({ level }) => level === 1).map(entry),
      '</ol></li>',
    ]),
    '</ol></nav>',
  ].join('\n');

const entry = ({ number, name }: DocumentFamily | DocumentCode): string =>
  `<li><a href="#c${number}">${numbered(number)}${run(name)}</a></li>`;

const familyHtml = (family: DocumentFamily, headings: DocumentHeadings): string =>
  [
    '<section>',
    `<h2 id="c${family.number}">${numbered(family.number)}${run(family.name)}</h2>`,
    names(family.otherNames),
    list(family.parts.map(partHtml)),
    ...family.codes.map((code) => codeHtml(code, headings)),
    '</section>',
  ]
    .filter(Boolean)
    .join('\n');

function codeHtml(code: DocumentCode, headings: DocumentHeadings): string {
  const level = code.level + 2;
  const tag = `h${Math.min(level, 6)}`;
  const deep = level > 6 ? ` aria-level="${level}"` : '';
  const symbol = symbolCharacters[code.symbol];
  const color = /^#[0-9a-f]{6}$/i.test(code.color) ? code.color : '#000000';
  const swatch = symbol
    ? `<span class="swatch" aria-hidden="true" style="color:${color}">${symbol}</span>`
    : '';
  const key = code.key && code.key !== code.name.text ? ` <span class="key">${text(code.key)}</span>` : '';
  const facts = [
    `${headings.color} ${color}`,
    ...(code.codable ? [] : [headings.folder]),
    ...countsIn(code, headings),
  ];
  const rows = [
    ...code.parts.map(partHtml),
    ...(code.indicators.length > 0 ? [row(headings.indicators, code.indicators.map(run).join('<br>'))] : []),
    ...(code.examples.length > 0 ? [row(headings.examples, code.examples.map(exampleHtml).join(''))] : []),
  ];
  return [
    `<article class="code"><header>`,
    `<${tag} id="c${code.number}"${deep}>${numbered(code.number)}${swatch}${run(code.name)}${key}</${tag}>`,
    names(code.otherNames),
    `<p class="facts">${facts.map((fact) => `<span>${text(fact)}</span>`).join('')}</p></header>`,
    list(rows),
    '</article>',
  ]
    .filter(Boolean)
    .join('\n');
}

const numbered = (number: string): string => `<span class="number">${number}</span>`;

const run = ({ text: words, language }: Run): string => `<span lang="${language}">${text(words)}</span>`;

const names = (runs: readonly Run[]): string =>
  runs.length > 0 ? `<p class="names">${runs.map(run).join('')}</p>` : '';

const list = (rows: readonly string[]): string => (rows.length > 0 ? `<dl>${rows.join('')}</dl>` : '');

const row = (heading: string, content: string): string => `<dt>${text(heading)}</dt><dd>${content}</dd>`;

const partHtml = (part: DocumentPart): string => row(part.heading, text(part.text));

const exampleHtml = ({ quote, source, language }: DocumentCode['examples'][number]): string =>
  `<blockquote${language ? ` lang="${attribute(language)}"` : ''}>${text(quote)}<footer>${text(source)}</footer></blockquote>`;

const text = xmlText;
const attribute = (words: string): string => xmlText(words).replaceAll('"', '&quot;');
