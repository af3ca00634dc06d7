export { MergeFiles } from './merge-files';
