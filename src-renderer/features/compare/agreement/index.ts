export { AgreementBody } from './agreement-body';
export { TableDialog } from './table/table-dialog';
