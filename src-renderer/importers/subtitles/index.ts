import { message } from '../../domain/model/message';
import { ok } from '../../domain/model/result';
import { layOut, type BlockDraft } from '../../domain/text/canonical';
import { draftOf, failure, type DraftFileResult } from '../draft';
import { readCues, type Cue, type Subtitles } from './cues';

/** A paragraph ends where somebody else speaks, after a silence, or with a sentence when it is this long. */
const SILENCE_SECONDS = 2;
const LONG_PARAGRAPH = 500;
/** Captions made by a machine roll upwards: each shows the line before it again. */
const ROLLING = 0.4;

const ENDS_SENTENCE = /[.!?。．！？…♪)\]）」』"'”’]\s*$/u;
const TAGS = /<\/?(?:i|b|u|s|font|c|v|lang|ruby|rt)\b[^>]*>|<\/?c\.[^>]*>|<[\d:.]+>|\{\\[^}]*\}/gi;
const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

interface Line {
  readonly cue: Cue;
  readonly text: string;
  /** As a tag names who speaks; '' where none does. */
  readonly speaker: string;
}

/** Reads subtitles as what was said: cues in their order, joined to paragraphs, without times and tags. */
export function readSubtitles(text: string, format: Subtitles['format']): DraftFileResult {
  const { cues, header, notes } = readCues(text, format);
  const lines = cues.flatMap((cue) => linesOf(cue, format));
  const { kept, repeated } = withoutRepeats(lines, cues.length);
  const blocks = [
    ...notes.map((note) => ({ kind: 'hidden', level: 0, text: note }) as const),
    ...paragraphs(kept),
  ];
  const body = layOut(blocks);
  if (body.blocks.length === 0) return failure('no-text');
  const end = cues.reduce((last, cue) => Math.max(last, cue.end), 0);
  const draft = draftOf(body, {
    title: header.get('title') ?? '',
    language: header.get('language') ?? '',
    fields: [{ name: 'Duration', value: clock(end) }],
    warnings: repeated > 0 ? [message('repeated-lines-left-out', { count: repeated })] : [],
  });
  return ok({ format, drafts: [draft] });
}

function linesOf(cue: Cue, format: Subtitles['format']): Line[] {
  let speaker = '';
  return cue.lines.flatMap((raw) => {
    speaker = /<v(?:\.[^\s>]*)?\s+([^>]+)>/i.exec(raw)?.[1]?.trim() ?? speaker;
    const plain = raw.replace(TAGS, '');
    const text =
      format === 'vtt' ? plain.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole) : plain;
    return text.trim() === '' ? [] : [{ cue, text: text.trim(), speaker }];
  });
}

function withoutRepeats(lines: readonly Line[], cues: number): { kept: readonly Line[]; repeated: number } {
  const kept = lines.filter((line, i) => {
    const before = lines[i - 1];
    return !before || before.cue === line.cue || before.text !== line.text;
  });
  const repeated = lines.length - kept.length;
  return repeated >= ROLLING * cues ? { kept, repeated } : { kept: lines, repeated: 0 };
}

function paragraphs(lines: readonly Line[]): BlockDraft[] {
  const texts: string[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = texts.at(-1) ?? '';
    if (!before || startsAnew(line, before, last))
      texts.push(
        line.speaker && line.speaker !== before?.speaker ? `${line.speaker}: ${line.text}` : line.text,
      );
    else texts[texts.length - 1] = last + between(last, line.text) + line.text;
    before = line;
  }
  return texts.map((text) => ({ kind: 'paragraph', level: 0, text }));
}

/** A dash, `>>` and a name in capitals with a colon are how captions say that somebody else speaks. */
const SPEAKS = /^(?:[-–—]\s*\S|>>|[\p{Lu}][\p{Lu}\s.'-]{1,30}:\s)/u;

function startsAnew(line: Line, before: Line, paragraph: string): boolean {
  if (line.speaker !== before.speaker || SPEAKS.test(line.text)) return true;
  if (line.cue === before.cue || !ENDS_SENTENCE.test(paragraph)) return false;
  return line.cue.start - before.cue.end >= SILENCE_SECONDS || paragraph.length >= LONG_PARAGRAPH;
}

const UNSPACED = /[\u3000-\u30FF\u3400-\u9FFF\uFF01-\uFF60]/;

/** Japanese and Chinese have no spaces between the words that a line end parts. */
const between = (left: string, right: string): string =>
  UNSPACED.test(left.slice(-1)) && UNSPACED.test(right.charAt(0)) ? '' : ' ';

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
