import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Language, type Persona, tokens, useBrowser, type Window } from './browsing';
import { startDemo } from './demo';
import { foreign, namesOf, saidBy } from './words';

const { open } = useBrowser();

// A demo of its own: into the one of all files others write in both languages.
let demo: Awaited<ReturnType<typeof startDemo>>;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(async () => {
  await demo.stop();
});

/** The pages and windows over them that each of the readers sees, with everything that can stand on them. */
const walks: { readonly [P in Persona]?: readonly string[] } = {
  chair: [
    '/oversikt',
    '/beslut?kolumner=datum,arende,mote,slag,punkter,uppdrag,lage,galler',
    '/beslut/beslut-remiss?flik=lage',
    '/beslut/beslut-remiss?flik=kallor',
    '/beslut/beslut-uppfoljning?flik=samband',
    '/arenden/riktlinje-utskrivning',
    '/moten/sra-2026-09-24',
    '/uppdrag/nattlinje?perDatum=2026-03-20&datum=hande',
    '/utkorgen',
    '/finns-inte',
    '/beslut/finns-inte?perDatum=2026-03-20',
  ],
  secretary: [
    '/oversikt',
    '/beslut?lage=revoked&slag=tabled',
    '/uppdrag?kolumner=beslut,arende,ansvarig,mottagare,givet,frist,lage,avslutat&lage=alla',
    '/uppdrag/uppfoljning-plan',
    '/uppdrag/nattbemanning?flik=brev',
    '/uppdrag/uppfoljning-plan?steg=AddResponsible',
    '/uppdrag/uppfoljning-plan?steg=CloseAssignment',
    '/uppdrag/nattlinje?steg=ChangeReminderRecipient',
    '/beslut/beslut-remiss?steg=CorrectDecision',
    '/beslut/beslut-uppfoljning?steg=GiveAssignment',
    '/arenden/riktlinje-utskrivning?steg=MoveMilestone',
    '/moten',
    '/moten?steg=ScheduleMeeting',
    '/moten/sra-2026-03-19?flik=under',
    '/moten/sra-2026-03-19?flik=efter',
    '/moten/sra-2026-03-19?steg=ApproveNotes',
    '/paminnelser',
    '/utkorgen?som=text',
    '/tillganglighet',
    '/hjalp/sekreterare',
  ],
  assignee: ['/oversikt', '/uppdrag/uppfoljning-plan?svar=delayed', '/hjalp/ansvarig', '/hjalp/ordforande'],
  auditor: [
    '/oversikt',
    '/granskning',
    '/granskning/uppdrag/nattlinje?jamfor=2026-03-20..2026-06-05',
    '/granskning/beslut/beslut-remiss?jamfor=2025-08-01..2026-03-20',
    '/granskning/laget?dag=2025-11-14&till=2026-06-05',
    '/granskning/logg',
    '/hjalp/revisor',
  ],
};

/** Signs of Swedish and English that do not belong in each other, or in good writing at all. */
const slips: { readonly [L in Language]: RegExp } = {
  sv: / {2}|“|\d:\d\d(?!\d)|\d-\d{1,2} (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\.\.\.|"|\d,\d{3}\b| ,| \.(?= |$)/u,
  en: / {2}|\d\.\d\d(?!\d)|\.\.\.|"| ,| \.(?= |$)/u,
};

async function found(window: Window, path: string, language: Language, names: readonly string[]) {
  await window.visit(path);
  if (/steg=|svar=/.test(path)) await window.page.getByRole('dialog').waitFor();
  await window.page.waitForFunction(() => document.querySelector('title')?.hasAttribute('lang'));
  const said = await saidBy(window.page);
  return {
    foreign: foreign(said, names),
    slips: said.filter(
      ({ text, lang, where }) => lang === language && !/pre|@/.test(where) && slips[language].test(text),
    ),
  };
}

describe('what is said', () => {
  it.each(
    (['sv', 'en'] as const).flatMap((language) =>
      Object.entries(walks).map(([who, paths]) => ({ language, who: who as Persona, paths })),
    ),
  )('to the $who is in the language it is said to be in, in $language', async ({ language, who, paths }) => {
    const window = await open(who, { language, baseURL: demo.base });
    const names = await namesOf(window.page, demo.base, tokens.secretary);
    const wrong: Record<string, unknown> = {};
    for (const path of paths) {
      const here = await found(window, path, language, names);
      if (here.foreign.length + here.slips.length > 0) wrong[path] = here;
    }
    expect(wrong).toEqual({});
    await window.close();
  });
});
