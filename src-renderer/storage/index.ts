export { IndexedDbStorage } from './indexed-db-storage';
