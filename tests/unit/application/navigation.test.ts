import { describe, expect, it, vi } from 'vitest';
import { Navigation } from '../../../src-renderer/application/navigation';

describe('navigation', () => {
  it('goes back and forward and forgets the way not taken', () => {
    const navigation = new Navigation();
    navigation.go({ view: 'reader', sourceId: 'a' });
    navigation.go({ view: 'profiles' });
    navigation.back();
    expect(navigation.place).toEqual({ view: 'reader', sourceId: 'a' });
    expect(navigation.canGoForward).toBe(true);
    navigation.go({ view: 'segments' });
    expect(navigation.canGoForward).toBe(false);
    navigation.back();
    navigation.back();
    navigation.back();
    expect(navigation.place).toEqual({ view: 'library' });
    expect(navigation.canGoBack).toBe(false);
  });

  it('remembers the last place of each view', () => {
    const navigation = new Navigation();
    navigation.go({ view: 'reader', sourceId: 'a' });
    navigation.replace({ view: 'reader', sourceId: 'a', position: 40 });
    navigation.go({ view: 'profiles' });
    expect(navigation.last('reader')).toEqual({ view: 'reader', sourceId: 'a', position: 40 });
    expect(navigation.last('codebook')).toBeUndefined();
  });

  it('goes to a view where it was left, and stays where it is', () => {
    const navigation = new Navigation({ view: 'reader', sourceId: 'a' });
    navigation.goToView('codebook');
    navigation.goToView('codebook');
    expect(navigation.place).toEqual({ view: 'codebook' });
    navigation.goToView('reader');
    expect(navigation.place).toEqual({ view: 'reader', sourceId: 'a' });
    navigation.back();
    navigation.back();
    expect(navigation.canGoBack).toBe(false);
  });

  it('tells of each move and keeps a bounded history', () => {
    const navigation = new Navigation();
    const listener = vi.fn();
    navigation.subscribe(listener);
    for (let index = 0; index < 500; index++) navigation.go({ view: 'codebook', codeId: `${index}` });
    expect(listener).toHaveBeenCalledTimes(500);
    let steps = 0;
    for (; navigation.canGoBack; steps++) navigation.back();
    expect(steps).toBe(199);
  });
});
