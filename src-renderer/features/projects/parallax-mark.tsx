/** One object where each of two observers sees it, and the shift between them. As in the icon. */
export function ParallaxMark() {
  return (
    <svg width="62" height="50" viewBox="0 0 62 50" fill="none" aria-hidden focusable="false">
      <circle cx="20" cy="19" r="18" fill="currentColor" />
      <g stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
        <path d="M31.99 5.57A16.75 16.75 0 1 1 31.99 32.43" />
        <path d="M20 46H42M20 43.25V48.75M42 43.25V48.75" strokeWidth="2" />
      </g>
    </svg>
  );
}
