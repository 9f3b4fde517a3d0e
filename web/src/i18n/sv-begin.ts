/** What a new installation needs before its first decision, in Swedish. */
export const begin = {
  heading: 'Kom igång',
  why: 'Det som behövs innan det första beslutet kan registreras. Det kan göras i flera omgångar.',
  none: 'Inget organ är registrerat än',
  noneWhy:
    'Administratören registrerar organet, dess roller och personer. Sedan kan möten planeras och beslut registreras.',
  done: 'klart',
  registered: 'Det är registrerat.',
  name: 'Organets namn',
  short: 'Kortnamn',
  title: 'Rollens namn, med organisation',
  person: 'Namn',
  email: 'E-post',
  kinds: {
    chair: 'ordförande',
    viceChair: 'vice ordförande',
    secretary: 'mötessekreterare',
    member: 'ledamot',
    presenter: 'föredragande',
    responsible: 'ansvarig för uppdrag',
  },
  steps: {
    body: { what: 'Organet', why: 'Det som möts, beslutar och ger uppdrag.', act: 'Registrera organet' },
    role: {
      what: 'Roller',
      why: 'Ansvaret ligger på en roll i en organisation, till exempel ”Direktör, Kommunsam”. Personen bakom den kan bytas.',
      act: 'Lägg till en roll',
    },
    person: {
      what: 'Personer',
      why: 'Den som innehar en roll får påminnelserna. Namn och e-post kan raderas utan att historiken ändras.',
      act: 'Lägg till en person',
    },
    meeting: { what: 'Möten', why: 'Planera årets möten: det är mot dem som frister räknas.' },
    decision: {
      what: 'Det första beslutet',
      why: 'Sekreteraren registrerar det på mötets sida, under fliken Under.',
    },
  },
};
