import { useLayoutEffect, useState, type RefObject } from 'react';

/** Whether an element is at least so many CSS pixels wide; kept current. */
export function useHasRoom(element: RefObject<HTMLElement | null>, width: number): boolean {
  const [hasRoom, setHasRoom] = useState(true);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setHasRoom(current.clientWidth >= width);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    // Before the first paint, so that nothing is shown and taken away again.
    measure();
    return () => observer.disconnect();
  }, [element, width]);
  return hasRoom;
}
