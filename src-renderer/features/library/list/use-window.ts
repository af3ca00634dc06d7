import { useEffect, useState, type RefObject } from 'react';

/** Lines beyond the edge that are drawn as well; moves of the window are in steps of this. */
const STEP = 8;

/**
 * Which of many equally high lines are in sight of a scrolling box.
 * Out: the range `[start, end)`, a little wider than what is seen.
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  height: number,
): { start: number; end: number } {
  const [range, setRange] = useState({ start: 0, end: 4 * STEP });
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => {
      const first = Math.floor(node.scrollTop / height / STEP) * STEP;
      const start = Math.max(0, first - STEP);
      const end = first + Math.ceil(node.clientHeight / height / STEP) * STEP + 2 * STEP;
      setRange((known) => (known.start === start && known.end === end ? known : { start, end }));
    };
    node.addEventListener('scroll', measure, { passive: true });
    // Tells of the first size, too.
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => {
      node.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [box, height]);
  return range;
}
