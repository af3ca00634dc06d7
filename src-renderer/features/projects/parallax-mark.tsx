/** One object, two viewpoints, two places it seems to be. */
export function ParallaxMark({ size = 44 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 44 44" fill="none" aria-hidden focusable="false">
      <g stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
        <path d="M8 38L31.2 9.4M36 38L12.8 9.4" />
        <circle cx="33.6" cy="6.4" r="3.6" />
        <circle cx="10.4" cy="6.4" r="3.6" strokeDasharray="1.6 2.2" />
      </g>
      <circle cx="22" cy="20.75" r="4.25" fill="currentColor" />
      <circle cx="8" cy="38" r="2.5" fill="currentColor" />
      <circle cx="36" cy="38" r="2.5" fill="currentColor" />
    </svg>
  );
}
