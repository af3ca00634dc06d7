export { Paper } from './paper';
