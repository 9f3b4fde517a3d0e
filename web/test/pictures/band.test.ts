import { describe, expect, it } from 'vitest';
import { layBand } from '../../src/pictures/band';
import type { Room } from '../../src/pictures/scale';
import { awaited, meetings } from './scene';

const today = '2026-03-01';
const lay = (...all: Parameters<typeof awaited>[0][]) =>
  layBand({ today, meetings, awaited: all.map(awaited) }, 'sv');
const only = (over: Parameters<typeof awaited>[0]) => lay(over).groups[0]?.lanes[0];

describe('the feedback band', () => {
  it('says what is latest, what has moved farthest, and how many are expected at no meeting', () => {
    const moved = [{ text: '4 juni 2026', to: '2026-06-04' }];
    const band = lay(
      { id: 'a', title: 'Nära', promise: { text: '', to: '2026-06-30' }, earlier: moved },
      { id: 'b', title: 'Långt', promise: { text: '', to: '2026-09-01' }, earlier: moved },
      { id: 'c', title: 'Sent', late: true, promise: { text: 'i februari', to: '2026-02-27' } },
      { id: 'd', title: 'Senast', late: true, promise: { text: '', to: '2026-02-20' } },
      { id: 'e', promise: { text: '' }, expected: undefined },
    );
    expect(band.finding).toBe(
      'Mest försenat är ”Senast”, 9 dagar. Längst framflyttat är ”Långt”, 89 dagar. 1 väntas inte till något möte.',
    );
  });
  it('says so when nothing is late or moved', () => {
    expect(lay({}).finding).toBe('Inget är försenat, och ingen frist har flyttats fram.');
  });
  it('says so when nothing waits', () => {
    expect(lay().finding).toBe('Inget uppdrag väntar på återkoppling.');
  });
  it('spans from when it was given to the last day', () => {
    const lane = only({});
    expect(lane?.span?.from).toBeLessThan(lane?.span?.to ?? 0);
    expect(lane?.expected?.at).toBeLessThan(lane?.span?.to ?? 0);
    expect(lane?.tail).toBeUndefined();
  });
  it('draws late from the last day to today', () => {
    const band = lay({ late: true, promise: { text: 'i februari', to: '2026-02-10' } });
    const lane = band.groups[0]?.lanes[0];
    expect(lane?.tail).toEqual({ from: lane?.span?.to, to: band.today });
    expect(lane?.reading).toContain('19 dagar försenat');
  });
  it('keeps earlier promises as ghosts and counts the days of the slip', () => {
    const lane = only({
      promise: { text: '1 september 2026', to: '2026-09-01' },
      earlier: [{ text: '4 juni 2026', to: '2026-06-04' }],
    });
    expect(lane?.slip).toBe(89);
    expect(lane?.ghosts).toHaveLength(1);
    expect(lane?.ghosts[0]?.at).toBeLessThan(lane?.span?.to ?? 0);
    expect(lane?.reading).toContain('lovades först ”4 juni 2026”, flyttat 89 dagar');
  });
  it('draws no span where no time is given', () => {
    const lane = only({ promise: { text: '' }, expected: undefined });
    expect(lane?.span).toBeUndefined();
    expect(lane?.reading).toContain('ingen frist är angiven');
  });
  it('groups by those responsible together, the first due first, and shows who has nobody', () => {
    const band = lay(
      { id: 'late', promise: { text: '', to: '2026-12-01' }, responsible: ['A', 'B'] },
      { id: 'none', responsible: [], promise: { text: '', to: '2026-04-01' } },
      { id: 'soon', promise: { text: '', to: '2026-05-01' }, responsible: ['A', 'B'] },
    );
    expect(band.groups.map(({ name, lanes }) => [name, lanes.map((lane) => lane.awaited.id)])).toEqual([
      ['Ingen ansvarig', ['none']],
      ['A + B', ['soon', 'late']],
    ]);
  });
  it('keeps every mark within the band, however old', () => {
    const lane = only({ givenOn: '2019-01-01', promise: { text: '2019', to: '2019-12-31' }, late: true });
    for (const at of [lane?.span?.from, lane?.span?.to, lane?.tail?.from, lane?.tail?.to]) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(1);
    }
  });
  it('tells what was expected at a meeting that has been from what is expected ahead', () => {
    const input = { today: '2026-06-05', meetings };
    const waiting = [
      awaited({ id: 'a' }),
      awaited({ id: 'b', heard: '2026-06-04' }),
      awaited({ id: 'c', expected: '2026-09-24' }),
    ];
    const band = layBand({ ...input, awaited: waiting }, 'sv');
    const lanes = band.groups.flatMap((group) => group.lanes);
    expect(lanes.map(({ expected }) => expected?.passed)).toEqual([true, true, false]);
    expect(lanes.map(({ reading }) => reading.split('; ').slice(1).join('; '))).toEqual([
      'väntades till mötet 4 juni 2026; inget är rapporterat sedan dess.',
      'väntades till mötet 4 juni 2026; senast hört 4 juni 2026.',
      'väntas till mötet 24 september 2026.',
    ]);
    expect(band.finding).toBe('1 väntades till mötet 4 juni 2026, och inget är rapporterat sedan dess.');
    expect(layBand({ ...input, awaited: [awaited(), awaited({ id: 'b' })] }, 'en').finding).toBe(
      '2 were expected at the meeting of 4 June 2026, and nothing is reported since.',
    );
  });
  it('writes the date of the next meeting in every room, and of others what stands clear of it', () => {
    const close = ['2026-05-20', '2026-06-01', '2026-06-12', '2026-06-30'].map((day) => ({
      id: day,
      day,
      name: 'ordinarie möte',
      kind: 'ordinary' as const,
    }));
    const band = layBand({ today: '2026-05-25', meetings: close, awaited: [awaited()] }, 'sv');
    const written = (room: Room) =>
      band.meetings
        .filter(({ rooms }) => rooms.includes(room))
        .map(({ text }) => text)
        .toSorted();
    expect(written('narrow')).toEqual(['1 jun']);
    expect(written('roomy')).toEqual(['1 jun', '30 jun']);
  });
  it('speaks English', () => {
    expect(layBand({ today, meetings, awaited: [awaited()] }, 'en').finding).toBe(
      'Nothing is late, and no deadline has been moved on.',
    );
  });
});
