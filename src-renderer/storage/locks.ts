/**
 * Takes a lock that only one window can hold.
 * Out: a function that lets it go, or null when another holder has it. A window that crashes or closes
 * lets its locks go by itself.
 */
export function takeLock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock) return new Promise<void>((release) => resolve(release));
        resolve(null);
        return undefined;
      })
      .catch(reject);
  });
}
