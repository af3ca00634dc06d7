export { Drift } from './drift';
