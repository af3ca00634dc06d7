export function ProfilesView() {
  return null;
}
