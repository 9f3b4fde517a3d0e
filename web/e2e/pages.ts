/** Every page of the web, at addresses that the demo has. */
export const pages = [
  '/oversikt',
  '/beslut',
  '/beslut/beslut-remiss',
  '/uppdrag',
  '/uppdrag/uppfoljning-plan',
  '/moten',
  '/moten/sra-2026-03-19',
  '/granskning',
  '/granskning/uppdrag/uppfoljning-plan?jamfor=2025-12-01..2026-03-10',
  '/granskning/beslut/beslut-remiss',
  '/granskning/laget?dag=2026-03-01',
  '/granskning/logg',
  '/hjalp',
  '/utkorgen',
  '/tillganglighet',
  '/finns-inte',
] as const;
