import { describe, expect, it } from 'vitest';
import { fitElement, KnownGuids, type FitContext } from '../../../../src-renderer/domain/exchange/refi/fit';
import {
  decimal,
  writtenColor,
  writtenMoment,
  writtenValue,
} from '../../../../src-renderer/domain/exchange/refi/values';
import type { XmlElement } from '../../../../src-renderer/domain/model/carried';
import { guid } from '../../domain/profile/build';

describe('values as the schema has them', () => {
  it('writes numbers without an exponent', () => {
    expect([0.1, -2.5e-9, 1.5e22, 1e21, 3, -0.5].map(decimal)).toEqual([
      '0.1',
      '-0.0000000025',
      '15000000000000000000000',
      '1000000000000000000000',
      '3',
      '-0.5',
    ]);
  });

  it('writes moments to the second, in UTC where they have a zone', () => {
    expect(writtenMoment('2026-01-01T00:00:00.123Z')).toBe('2026-01-01T00:00:00Z');
    expect(writtenMoment('2026-01-01T09:00:00+09:00')).toBe('2026-01-01T00:00:00Z');
    expect(writtenMoment('2026-01-01T09:00:00')).toBe('2026-01-01T09:00:00');
    for (const none of ['', 'yesterday', '2026-02-30T00:00:00Z', '0000-01-01T00:00:00Z', '2026-01-01'])
      expect(writtenMoment(none)).toBe('');
  });

  it('writes colours with six digits', () => {
    expect(['#abc', '#AABBCCDD', '#aabbcc', 'red', ''].map(writtenColor)).toEqual([
      '#AABBCC',
      '#AABBCC',
      '#AABBCC',
      '',
      '',
    ]);
  });

  it('rounds what must be whole, and takes nothing for a number that is none', () => {
    expect(['1.6', ' 7 ', '-0.2', '', 'x', 'Infinity'].map((text) => writtenValue(text, 'integer'))).toEqual([
      '2',
      '7',
      '0',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('an element of another program', () => {
  const element = (
    name: string,
    attributes: XmlElement['attributes'],
    ...children: readonly XmlElement[]
  ): XmlElement => ({ name, attributes, children, text: '' });
  const known = new KnownGuids();
  known.add(guid('code'), 'Code');
  known.add(guid('case'), 'Case');
  const fit = (item: XmlElement): readonly [XmlElement | undefined, readonly string[]] => {
    const lost: string[] = [];
    const context: FitContext = { known, path: () => undefined, lost: (name) => void lost.push(name) };
    return [fitElement(item, context), lost];
  };
  const coding = (target: string) =>
    element('Coding', { guid: guid('coding') }, element('CodeRef', { targetGUID: target }));
  const box = { firstX: '1', firstY: '2', secondX: '3', secondY: '4' };

  it('gets the order, the attributes and the one GUID style of the schema', () => {
    const [fitted] = fit(
      element(
        'PictureSelection',
        { guid: `{${guid('area')}}`, ...box, zoom: '3' },
        coding(guid('code')),
        { ...element('Description', {}), text: 'said' },
        element('Unknown', {}),
      ),
    );
    expect(fitted?.attributes).toEqual({ guid: guid('area').toUpperCase(), ...box });
    expect(fitted?.children.map(({ name }) => name)).toEqual(['Description', 'Coding']);
  });

  it('loses codings whose code is gone or is no code, and says so', () => {
    const [fitted, lost] = fit(
      element('PictureSelection', { guid: guid('area'), ...box }, coding(guid('gone')), coding(guid('case'))),
    );
    expect(fitted?.children).toEqual([]);
    expect(lost).toEqual(['CodeRef', 'CodeRef']);
  });

  it('is left out when it lacks what is required or runs backwards', () => {
    expect(fit(element('PictureSelection', { guid: guid('area'), firstX: '1' }))[0]).toBeUndefined();
    expect(fit(element('AudioSelection', { guid: guid('a'), begin: '9', end: '2' }))[0]).toBeUndefined();
    expect(fit(element('Link', { guid: guid('l'), originGUID: guid('code') }))[0]).toBeUndefined();
    expect(fit(element('Script', {}))[0]).toBeUndefined();
  });
});
