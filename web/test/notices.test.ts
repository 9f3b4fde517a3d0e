import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Unreachable } from '../src/api/client';
import { copy, forgetAll, tell, tellFault, useNotices } from '../src/app/notices';
import { startTexts } from '../src/i18n';

const told = (): readonly string[] => renderHook(useNotices).result.current.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  forgetAll();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is told at the foot of the page', () => {
  it('is there for a while, and until it is closed when it can be taken back; none is for the next reader', () => {
    tell({ text: 'Kopierat.' });
    tell({ text: 'Fristen är flyttad.', action: { label: 'Ångra', run: () => undefined } });
    expect(told()).toEqual(['Kopierat.', 'Fristen är flyttad.']);
    vi.advanceTimersByTime(3_600_000);
    expect(told()).toEqual(['Fristen är flyttad.']);
    forgetAll();
    expect(told()).toEqual([]);
  });

  it('says in words that nobody answered, and else what the service said', async () => {
    const { t } = await startTexts();
    tellFault(new Unreachable('/api/demo/clock'), t);
    tellFault(new Error('Rollen finns inte.'), t);
    expect(told()).toEqual([
      'Tjänsten svarar inte. Kontrollera nätet och försök igen.',
      'Rollen finns inte.',
    ]);
  });

  it('is what to do instead where a page may not use the clipboard, as over plain http', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    await copy('orden', 'Kopierat.', 'Kopiera själv.');
    vi.stubGlobal('navigator', {});
    await copy('orden', 'Kopierat.', 'Kopiera själv.');
    expect([writeText.mock.calls, told()]).toEqual([[['orden']], ['Kopierat.', 'Kopiera själv.']]);
  });
});
