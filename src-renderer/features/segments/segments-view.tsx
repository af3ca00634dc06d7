export function SegmentsView() {
  return null;
}
