import { describe, expect, it } from 'vitest';
import {
  addCoder,
  coderColors,
  editCoder,
  initialsOf,
  setCurrentCoder,
} from '../../../../src-renderer/domain/coders/coders';
import { applyChanges, stateFromRows } from '../../../../src-renderer/domain/history/state';
import type { ProjectState } from '../../../../src-renderer/domain/model/project';
import type { Coder } from '../../../../src-renderer/domain/model/segment';

let count = 0;
const stamp = { newId: () => `new-${++count}`, now: () => '2026-01-01T00:00:00.000Z' };
const ana: Coder = { id: 'ana', name: 'Ana Kim', initials: 'AK', color: coderColors[0] };
const fumi: Coder = { id: 'fumi', name: '中村文子', initials: '中', color: coderColors[1] };
const state = stateFromRows({
  project: [{ id: 'p', name: 'P', createdAt: '', currentCoderId: 'ana' } as { id: string }],
  coders: [ana, fumi],
});

const after = (before: ProjectState, result: ReturnType<typeof addCoder>) => {
  if (!result.ok) throw new Error(result.error.kind);
  return applyChanges(before, result.value.changes);
};

describe('coders', () => {
  it('makes initials in any script', () => {
    expect(initialsOf('Ana  Maria Kim')).toBe('AM');
    expect(initialsOf('中村文子')).toBe('中');
    expect(initialsOf('𠮷田 一')).toBe('𠮷一');
    expect(initialsOf('  ')).toBe('?');
  });

  it('adds a coder in a free colour without making it the current one', () => {
    const next = after(state, addCoder(state, stamp, { name: '  Lee ' }));
    const lee = [...next.coders.values()].at(-1);
    expect(lee).toMatchObject({ name: 'Lee', initials: 'L', color: coderColors[2] });
    expect(next.project.get('p')?.currentCoderId).toBe('ana');
  });

  it('finds a colour for the hundredth coder too', () => {
    let next = state;
    for (let index = 0; index < 98; index++) next = after(next, addCoder(next, stamp, { name: `C${index}` }));
    expect([...next.coders.values()].every(({ color }) => /^#[0-9A-F]{6}$/.test(color))).toBe(true);
  });

  it('refuses a blank name and a name that looks the same', () => {
    expect(addCoder(state, stamp, { name: ' ' })).toMatchObject({ error: { kind: 'coder-unnamed' } });
    expect(addCoder(state, stamp, { name: 'ＡＮＡ kim' })).toMatchObject({
      error: { kind: 'coder-name-taken' },
    });
    expect(editCoder(state, 'fumi', { name: 'Ana Kim' })).toMatchObject({
      error: { kind: 'coder-name-taken' },
    });
    expect(editCoder(state, 'nobody', {})).toMatchObject({ error: { kind: 'coder-missing' } });
  });

  it('lets initials follow the name until they are chosen', () => {
    const renamed = after(state, editCoder(state, 'ana', { name: 'Bo Lee' }));
    expect(renamed.coders.get('ana')?.initials).toBe('BL');
    const chosen = after(state, editCoder(state, 'ana', { initials: 'Xyzw', color: '#abcdef' }));
    expect(chosen.coders.get('ana')).toMatchObject({ initials: 'Xyz', color: '#ABCDEF' });
    const later = after(chosen, editCoder(chosen, 'ana', { name: 'Bo Lee' }));
    expect(later.coders.get('ana')?.initials).toBe('Xyz');
  });

  it('does nothing when nothing changes', () => {
    const same = editCoder(state, 'ana', { name: 'Ana Kim ' });
    expect(same.ok && same.value.changes).toEqual([]);
    const current = setCurrentCoder(state, 'ana');
    expect(current.ok && current.value.changes).toEqual([]);
  });

  it('switches the current coder as a named change', () => {
    const result = setCurrentCoder(state, 'fumi');
    expect(result.ok && result.value.label).toEqual({
      key: 'set-current-coder',
      params: { name: '中村文子' },
    });
    expect(after(state, result).project.get('p')?.currentCoderId).toBe('fumi');
    expect(setCurrentCoder(state, 'nobody').ok).toBe(false);
  });
});
