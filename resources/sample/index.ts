import cases from './cases.json';
import project from './project.json';

/** Everything of the sample as it stands in this folder; `domain/sample` checks it and makes a project of it. */
const texts = import.meta.glob<string>('./*/*.md', { eager: true, query: '?raw', import: 'default' });
const sheets = import.meta.glob<unknown>('./*/*.json', { eager: true, import: 'default' });

const sample: unknown = {
  project,
  cases,
  documents: Object.entries(texts).map(([path, text]) => ({
    path: path.slice('./'.length),
    text,
    sheet: sheets[path.replace(/\.md$/, '.json')],
  })),
};

export default sample;
