/**
 * Asks the browser not to throw our databases away when its disk runs full, as it otherwise may. Nobody
 * waits for the answer, since some browsers put the question to the person; a no changes nothing here.
 */
export function askToStay(): void {
  navigator.storage.persist().catch((error: unknown) => {
    console.warn('The browser could not be asked to keep the projects.', error);
  });
}
