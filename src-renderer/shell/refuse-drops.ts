/**
 * Turns away files that nothing in the window takes, which a browser would open instead of Parallax.
 * Out: what ends it.
 */
export function refuseDrops(): () => void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    // Whoever does take files is asked after this and says so.
    event.dataTransfer.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse);
  return () => window.removeEventListener('dragover', refuse);
}
