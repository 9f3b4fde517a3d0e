import type { Awaited, MeetingDay } from '../../src/pictures/band';
import type { TimelineFact } from '../../src/pictures/timeline';

export const meetings: readonly MeetingDay[] = [
  { id: 'mars', day: '2026-03-19', name: 'ordinarie möte', kind: 'ordinary' },
  { id: 'juni', day: '2026-06-04', name: 'ordinarie möte', kind: 'ordinary' },
  { id: 'september', day: '2026-09-24', name: 'ordinarie möte', kind: 'ordinary' },
];

export const awaited = (over: Partial<Awaited> = {}): Awaited => ({
  id: 'plan',
  title: 'Plan för uppföljning',
  href: '/uppdrag/plan',
  responsible: ['Direktör, Kommunsam'],
  givenOn: '2025-11-13',
  promise: { text: 'senast i juni 2026', to: '2026-06-30' },
  earlier: [],
  expected: '2026-06-04',
  late: false,
  state: 'pågår',
  ...over,
});

export const fact = (over: Partial<TimelineFact> = {}): TimelineFact => ({
  id: 'f1',
  type: { code: 'DecisionRecorded', text: 'beslut registrerat' },
  line: 'Sekreteraren registrerade beslutet',
  actor: { role: { text: 'sekreteraren' } },
  subject: { id: 'fardplan', title: 'Färdplan' },
  occurred: '2025-11-13',
  occurredText: '13 november 2025',
  statedAt: '2025-11-13',
  recordedOn: '2025-11-13',
  ...over,
});
