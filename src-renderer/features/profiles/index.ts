export { ProfilesView } from './profiles-view';
