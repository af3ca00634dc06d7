export { AgreementBody } from './agreement-body';
