export { SegmentsView } from './segments-view';
