export { CodebookView } from './codebook-view';
