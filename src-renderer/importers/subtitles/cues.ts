/** What is said from one time to another. Times in seconds from the beginning. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** As it stands in the file, tags and all. */
  readonly lines: readonly string[];
}

export interface Subtitles {
  readonly format: 'srt' | 'vtt';
  readonly cues: readonly Cue[];
  /** Of the first lines of a VTT file, such as `Language: en`; the title under `title`. */
  readonly header: ReadonlyMap<string, string>;
  /** Notes that are not shown, and lines that stand before the first cue. */
  readonly notes: readonly string[];
}

const STAMP = '(?:(\\d+):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})';
const TIMING = new RegExp(`^\\s*${STAMP}\\s*-->\\s*${STAMP}`);
const FIRST_LINES = 200;

/** Which subtitles a text is, or undefined. SubRip has no sign but the form of its first cue. */
export function subtitleFormat(text: string): Subtitles['format'] | undefined {
  if (/^WEBVTT(?:[ \t\n]|$)/.test(text)) return 'vtt';
  const lines = text.trimStart().split('\n', 2);
  return lines.some((line, i) => TIMING.test(line) && (i === 0 || /^\s*\d+\s*$/.test(lines[0] ?? '')))
    ? 'srt'
    : undefined;
}

/** Takes subtitles apart. Every line that is no time, no number of a cue and no style is in a cue or a note. */
export function readCues(text: string, format: Subtitles['format']): Subtitles {
  const lines = text.split('\n');
  const cues: { start: number; end: number; lines: string[] }[] = [];
  const notes: string[] = [];
  const { header, length } =
    format === 'vtt' ? headerOf(lines) : { header: new Map<string, string>(), length: 0 };
  // A line between two blank ones may be the name of the cue that follows: it waits for the next line.
  let at = length;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const isStart = at === length || (lines[at - 1] ?? '').trim() === '';
    const timing = TIMING.exec(line);
    if (timing) {
      cues.push({ start: seconds(timing.slice(1, 5)), end: seconds(timing.slice(5, 9)), lines: [] });
    } else if (isStart && format === 'vtt' && /^(NOTE|STYLE|REGION)\b/.test(line)) {
      const block = untilBlank(lines, at);
      if (line.startsWith('NOTE')) notes.push([line.slice(4).trim(), ...block.slice(1)].join('\n').trim());
      at += block.length;
      continue;
    } else if (isStart && isName(line, format) && TIMING.test(lines[at + 1] ?? '')) {
      // The name of a cue is not said by anybody.
    } else if (line.trim() !== '') {
      const cue = cues.at(-1);
      if (cue) cue.lines.push(line);
      else notes.push(line);
    }
    at++;
  }
  return { format, cues, header, notes: notes.filter((note) => note !== '') };
}

const isName = (line: string, format: Subtitles['format']): boolean =>
  format === 'vtt' || /^\s*\d+\s*$/.test(line);

function headerOf(lines: readonly string[]): { header: Map<string, string>; length: number } {
  const header = new Map<string, string>();
  const block = untilBlank(lines.slice(0, FIRST_LINES), 0);
  const title = (block[0] ?? '')
    .slice('WEBVTT'.length)
    .replace(/^[\s-]+/, '')
    .trim();
  if (title) header.set('title', title);
  let length = 1;
  for (const line of block.slice(1)) {
    const [, name, value] = /^([A-Za-z][\w-]*):\s*(.+)$/.exec(line) ?? [];
    if (!name || !value) break;
    header.set(name.toLowerCase(), value.trim());
    length++;
  }
  return { header, length };
}

function untilBlank(lines: readonly string[], from: number): readonly string[] {
  let end = from;
  while (end < lines.length && (lines[end] ?? '').trim() !== '') end++;
  return lines.slice(from, end);
}

function seconds([hours = '0', minutes = '0', whole = '0', parts = '0']: readonly (
  string | undefined
)[]): number {
  return 3600 * Number(hours) + 60 * Number(minutes) + Number(whole) + Number(parts.padEnd(3, '0')) / 1000;
}
