import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * The width that an element has to give to a figure.
 * Out: a ref for the element and its content width in CSS pixels, whole and kept current; 0 before it is
 * laid out.
 */
export function useWidth<T extends HTMLElement>(): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    setWidth(Math.floor(element.clientWidth));
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
