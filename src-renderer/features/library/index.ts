export { Importing } from './import/importing';
export { LibraryView } from './library-view';
