export { StartScreen } from './projects-view';
