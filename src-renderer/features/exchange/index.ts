export { ExportDialog } from './export-dialog';
export { ImportCodebook } from './import-codebook/import-codebook';
