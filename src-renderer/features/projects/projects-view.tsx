export function StartScreen(_props: { onOpen: (projectId: string) => void }) {
  return null;
}
