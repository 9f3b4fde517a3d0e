import type { RefusalCode } from '../domain/refusal.js';
import { words } from '../projections/words.js';
import type { Texts } from './language.js';

/** Every way in which a request can fail. */
export type ProblemCode =
  | RefusalCode
  | 'malformed'
  | 'invalid'
  | 'notJson'
  | 'tooLarge'
  | 'unauthenticated'
  | 'unknownToken'
  | 'foreignPage'
  | 'noSuchPath'
  | 'personErased'
  | 'ifMatchMissing'
  | 'ifMatchMalformed'
  | 'stale'
  | 'keyMalformed'
  | 'keyReused'
  | 'positionMalformed'
  | 'notYetVisible'
  | 'cursorMalformed'
  | 'clockOnlyForward'
  | 'feedRevoked'
  | 'tooManyFeeds'
  | 'tooManyRequests'
  | 'overloaded'
  | 'storeUnavailable'
  | 'storeBusy'
  | 'storeFull'
  | 'logFailed'
  | 'logDamaged'
  | 'beingBuilt'
  | 'unexpected';

interface Entry {
  readonly status: number;
  readonly title: Texts;
  readonly detail: Texts;
}

const entry = (status: number, title: [sv: string, en: string], detail: [sv: string, en: string]): Entry => ({
  status,
  title: { sv: title[0], en: title[1] },
  detail: { sv: detail[0], en: detail[1] },
});

/** Status and words of every problem; `{so}` stands for a value. */
export const problemCatalogue: { readonly [C in ProblemCode]: Entry } = {
  malformed: entry(
    400,
    ['Förfrågan går inte att läsa', 'The request cannot be read'],
    [
      'Innehållet är inte giltig JSON eller adressen är felskriven.',
      'The content is not valid JSON, or the address is misspelt.',
    ],
  ),
  invalid: entry(
    400,
    ['Uppgifterna har fel form', 'The content has the wrong shape'],
    [
      'En eller flera uppgifter behöver rättas; se listan.',
      'One or more fields need to be corrected; see the list.',
    ],
  ),
  notJson: entry(
    415,
    ['Innehållet är inte JSON', 'The content is not JSON'],
    ['Skicka innehållet som application/json.', 'Send the content as application/json.'],
  ),
  tooLarge: entry(
    413,
    ['Innehållet är för stort', 'The content is too large'],
    [
      'Förfrågan är större än tjänsten tar emot. Dela upp den.',
      'The request is larger than the service accepts. Split it.',
    ],
  ),
  unauthenticated: entry(
    401,
    ['Du är inte inloggad', 'You are not signed in'],
    [
      'Skicka en giltig nyckel i huvudet Authorization: Bearer …',
      'Send a valid token in the header Authorization: Bearer …',
    ],
  ),
  unknownToken: entry(
    401,
    ['Nyckeln är inte känd', 'The token is not known'],
    [
      'Kontrollera att hela nyckeln kom med. Den som sköter tjänsten kan ge dig en ny.',
      'Check that the whole token came along. Whoever runs the service can give you a new one.',
    ],
  ),
  foreignPage: entry(
    403,
    ['Förfrågan kom från en annan webbplats', 'The request came from another site'],
    [
      'Ingenting har ändrats. Gå till tjänstens egen sida och försök igen där.',
      "Nothing has been changed. Go to the service's own page and try again there.",
    ],
  ),
  notAllowed: entry(
    403,
    ['Du har inte rätt att göra detta', 'You may not do this'],
    [
      'Det krävs en annan roll i organet för att göra detta.',
      'Another role in the body is needed to do this.',
    ],
  ),
  notResponsible: entry(
    403,
    ['Uppdraget är inte ditt', 'The assignment is not yours'],
    [
      'Bara den som har en ansvarig roll i uppdraget, eller sekreteraren, kan redovisa det.',
      'Only someone who holds a responsible role in the assignment, or the secretary, can report on it.',
    ],
  ),
  responsibleCannotClose: entry(
    403,
    ['Den ansvariga kan inte avsluta uppdraget', 'The responsible cannot close the assignment'],
    [
      'Organet avslutar uppdraget. Den som är ansvarig lämnar slutredovisning.',
      'The body closes the assignment. Whoever is responsible submits a final report.',
    ],
  ),
  notFound: entry(
    404,
    ['Det finns inte', 'Not found'],
    [
      'Det du söker finns inte, eller hör till ett organ som du inte kan läsa.',
      'What you look for does not exist, or belongs to a body that you cannot read.',
    ],
  ),
  noSuchPath: entry(
    404,
    ['Adressen finns inte', 'No such address'],
    ['Ingenting finns på den här adressen.', 'There is nothing at this address.'],
  ),
  personErased: entry(
    410,
    ['Personuppgifterna är raderade', 'The personal data has been erased'],
    [
      'Personens uppgifter är borttagna och går inte att få fram.',
      'The data of this person has been removed and cannot be brought back.',
    ],
  ),
  alreadyExists: entry(
    409,
    ['Det finns redan', 'It already exists'],
    ['Det finns redan något med samma beteckning.', 'Something with the same id already exists.'],
  ),
  duplicate: entry(
    409,
    ['Det är redan gjort', 'It has already been done'],
    ['Samma uppgift finns redan i loggen.', 'The log already holds the same thing.'],
  ),
  unchanged: entry(
    422,
    ['Ingenting ändras', 'Nothing changes'],
    ['Uppgifterna är desamma som redan gäller.', 'The content is the same as what already holds.'],
  ),
  notPossibleNow: entry(
    409,
    ['Det går inte i nuvarande läge', 'Not possible in the present state'],
    [
      'Läget är: {state}. Då går det inte att göra detta.',
      'The state is: {state}. This cannot be done then.',
    ],
  ),
  contradictsLaterFact: entry(
    409,
    ['Det strider mot en senare uppgift', 'It contradicts a later fact'],
    [
      'Något som uppgavs {statedAt} kan inte stämma om detta hände före det.',
      'Something stated on {statedAt} cannot be true if this came before it.',
    ],
  ),
  unknownReference: entry(
    422,
    ['Hänvisningen leder ingenstans', 'The reference leads nowhere'],
    [
      'Det som fältet hänvisar till finns inte, eller hör inte hit.',
      'What the field refers to does not exist, or does not belong here.',
    ],
  ),
  statedBeforeStart: entry(
    422,
    ['Uppgiften är äldre än det den gäller', 'The fact is older than what it is about'],
    [
      'Det första som uppgavs om detta är daterat {statedAt}. En uppgift kan inte vara äldre.',
      'The first thing stated about this is dated {statedAt}. A fact cannot be older.',
    ],
  ),
  statedInFuture: entry(
    422,
    ['Källan är daterad i framtiden', 'The source is dated in the future'],
    [
      'I dag är det {today}. En källa kan inte vara från en senare dag.',
      'Today is {today}. A source cannot be from a later day.',
    ],
  ),
  occurredInFuture: entry(
    422,
    ['Det har inte hänt än', 'It has not happened yet'],
    [
      'I dag är det {today}. Det som ligger framåt är en plan, inte något som har hänt.',
      'Today is {today}. What lies ahead is a plan, not something that has happened.',
    ],
  ),
  occurredAfterStated: entry(
    422,
    ['Det hände efter att det berättades', 'It happened after it was told'],
    [
      'Källan är daterad {statedAt}. Den kan inte berätta om något som hände senare.',
      'The source is dated {statedAt}. It cannot tell of something that happened later.',
    ],
  ),
  plannedIsNotDone: entry(
    422,
    ['En plan är inte något som har hänt', 'A plan is not something that has happened'],
    [
      'Det är planerat till senare än källans datum och kan inte vara gjort än.',
      'It is planned for later than the date of the source and cannot have been done yet.',
    ],
  ),
  effectiveBeforeDecided: entry(
    422,
    ['Det gäller från före beslutet', 'It takes effect before it was decided'],
    [
      'Ett beslut kan inte gälla från en dag före den då det fattades.',
      'A decision cannot take effect on a day before it was taken.',
    ],
  ),
  notADate: entry(
    422,
    ['Datumet finns inte', 'There is no such date'],
    [
      'Skriv datum som ÅÅÅÅ-MM-DD. I ”occurred” går även 2026, 2026-06 och 2024/2025.',
      'Write dates as YYYY-MM-DD. In “occurred”, 2026, 2026-06 and 2024/2025 also work.',
    ],
  ),
  emptyText: entry(
    422,
    ['Text saknas', 'Text is missing'],
    ['Fältet behöver innehålla text.', 'The field needs to contain text.'],
  ),
  notSavable: entry(
    422,
    ['Adressen går inte att spara', 'The address cannot be saved'],
    [
      'Det som sparas är en adress i Beslut, Uppdrag eller Granskning, till exempel /uppdrag?forsenat=ja.',
      'What is saved is an address in Decisions, Assignments or Audit, for example /uppdrag?forsenat=ja.',
    ],
  ),
  reasonMissing: entry(
    422,
    ['Skäl saknas', 'A reason is missing'],
    [
      'Ange skälet. Om källan inte anger något: skicka "reasonStated": false.',
      'Give the reason. If the source gives none: send "reasonStated": false.',
    ],
  ),
  reasonContradicted: entry(
    422,
    ['Skäl är både angivet och inte', 'A reason is both given and not'],
    [
      'Ange antingen ett skäl eller "reasonStated": false, inte båda.',
      'Give either a reason or "reasonStated": false, not both.',
    ],
  ),
  supersessionLoop: entry(
    422,
    ['Det skulle ersätta sig självt', 'It would replace itself'],
    [
      'Kedjan av ersättningar går runt och kommer tillbaka hit.',
      'The chain of replacements comes back to where it began.',
    ],
  ),
  supersededByEarlier: entry(
    422,
    ['Det nya beslutet är äldre', 'The new decision is older'],
    [
      'Ett beslut kan bara ersättas av ett som fattats senare.',
      'A decision can only be superseded by one taken later.',
    ],
  ),
  successorNotInForce: entry(
    422,
    ['Det nya beslutet gäller inte än', 'The new decision does not hold yet'],
    [
      'Det nya beslutet gäller från {effectiveFrom}. Till dess gäller det gamla: ange den dagen i "effectiveFrom".',
      'The new decision takes effect on {effectiveFrom}. Until then the old one holds: give that day in "effectiveFrom".',
    ],
  ),
  sameDeadline: entry(
    422,
    ['Fristen är densamma', 'The deadline is the same'],
    ['Den nya fristen är samma som redan gäller.', 'The new deadline is the same as what already holds.'],
  ),
  noAssignedPoint: entry(
    422,
    ['Punkten ger inget uppdrag', 'The point gives no assignment'],
    [
      'Bara en beslutspunkt av slaget ”ger i uppdrag” kan leda till ett uppdrag.',
      'Only a point of the kind “assigned” can lead to an assignment.',
    ],
  ),
  pointGivesAssignment: entry(
    422,
    ['Punkten ger ett uppdrag', 'The point gives an assignment'],
    [
      'En beslutspunkt av slaget ”ger i uppdrag” kan inte märkas ”ingen åtgärd”. Registrera uppdraget.',
      'A point of the kind “assigned” cannot be marked “no action needed”. Record the assignment.',
    ],
  ),
  effectOnlyForDecisions: entry(
    422,
    ['Bara beslut träder i kraft', 'Only decisions take effect'],
    [
      'Ett datum för ikraftträdande kan anges när ett beslut fattas, rättas, ändras, ersätts eller upphävs. Registrera det andra när det har hänt.',
      'A day of effect can be given when a decision is taken, corrected, amended, superseded or revoked. Record anything else when it has happened.',
    ],
  ),
  afterMaterial: entry(
    422,
    ['Påminnelsen kommer efter underlaget', 'The reminder comes after the material'],
    [
      'En påminnelse före mötet ska komma tidigare än den dag då underlaget ska vara inne.',
      'A reminder before the meeting must come earlier than the day on which material is due.',
    ],
  ),
  afterEscalation: entry(
    422,
    [
      'Påminnelsen kommer efter att frågan gått till mötet',
      'The reminder comes after it has gone to the meeting',
    ],
    [
      'Påminnelser efter sista dagen ska sluta senast när tystnaden blir en fråga för mötet.',
      'Reminders after the last day must end when silence becomes a matter for the meeting at the latest.',
    ],
  ),
  endsBeforeStart: entry(
    422,
    ['Slutet ligger före början', 'The end lies before the start'],
    ['Ange ett slut som är senare än början.', 'Give an end that is later than the start.'],
  ),
  ifMatchMissing: entry(
    428,
    ['Ange vilken version du har sett', 'Say which version you have seen'],
    [
      'Skicka ETag från det du läste i huvudet If-Match, så att ingen annans ändring skrivs över.',
      'Send the ETag of what you read in the header If-Match, so that nobody else’s change is overwritten.',
    ],
  ),
  ifMatchMalformed: entry(
    400,
    ['If-Match går inte att läsa', 'If-Match cannot be read'],
    [
      'Skriv versionen inom citattecken, som "3", eller * för vilken som helst.',
      'Write the version in quotes, as "3", or * for any.',
    ],
  ),
  stale: entry(
    412,
    ['Någon annan har ändrat', 'Someone else has made a change'],
    [
      'Det du läste är inte längre det senaste. Läs igen och gör om. Senaste version: {current}.',
      'What you read is no longer the latest. Read again and redo. Latest version: {current}.',
    ],
  ),
  keyMalformed: entry(
    400,
    ['Idempotency-Key går inte att läsa', 'Idempotency-Key cannot be read'],
    ['Nyckeln är 1–200 synliga tecken (ASCII).', 'The key is 1–200 printable characters (ASCII).'],
  ),
  keyReused: entry(
    422,
    ['Nyckeln är redan använd', 'The key has already been used'],
    [
      'Samma Idempotency-Key har kommit med ett annat innehåll. Använd en ny nyckel.',
      'The same Idempotency-Key came with other content. Use a new key.',
    ],
  ),
  positionMalformed: entry(
    400,
    ['Log-Position går inte att läsa', 'Log-Position cannot be read'],
    [
      'Skicka den plats i loggen som ett tidigare svar gav.',
      'Send the log position that an earlier answer gave.',
    ],
  ),
  notYetVisible: entry(
    503,
    ['Ändringen syns inte än', 'The change is not visible yet'],
    [
      'Tjänsten har inte hunnit ikapp. Försök igen om en liten stund.',
      'The service has not caught up. Try again in a moment.',
    ],
  ),
  cursorMalformed: entry(
    400,
    ['Fortsättningen går inte att läsa', 'The cursor cannot be read'],
    [
      'Skicka "cursor" precis som den stod i "next", med samma sortering.',
      'Send "cursor" exactly as it stood in "next", with the same sort order.',
    ],
  ),
  clockOnlyForward: entry(
    422,
    ['Klockan går bara framåt', 'The clock only moves forward'],
    ['Ange en tid efter {now}.', 'Give a time after {now}.'],
  ),
  feedRevoked: entry(
    410,
    ['Kalenderadressen är spärrad', 'The calendar address is blocked'],
    [
      'Ta bort prenumerationen, och skapa en ny adress om du behöver en.',
      'Remove the subscription, and make a new address if you need one.',
    ],
  ),
  tooManyFeeds: entry(
    503,
    ['För många öppna flöden', 'Too many open feeds'],
    [
      'Tjänsten har inte plats för fler som lyssnar. Försök igen senare.',
      'The service has no room for more listeners. Try again later.',
    ],
  ),
  tooManyRequests: entry(
    429,
    ['För många anrop', 'Too many requests'],
    [
      'Gränsen för hur ofta tjänsten får anropas är nådd. Försök igen om {seconds} sekunder.',
      'The limit of how often the service may be called is reached. Try again in {seconds} seconds.',
    ],
  ),
  overloaded: entry(
    503,
    ['Tjänsten är hårt belastad', 'The service is overloaded'],
    ['Ingenting gjordes. Försök igen om en liten stund.', 'Nothing was done. Try again in a moment.'],
  ),
  storeUnavailable: entry(
    503,
    ['Loggen går inte att nå', 'The log cannot be reached'],
    [
      'Försök igen om en stund. Det är säkert att skicka samma sak en gång till.',
      'Try again in a while. It is safe to send the same thing again.',
    ],
  ),
  storeBusy: entry(
    503,
    ['Loggen är upptagen', 'The log is busy'],
    ['Ingenting skrevs. Försök igen om en liten stund.', 'Nothing was written. Try again in a moment.'],
  ),
  storeFull: entry(
    507,
    ['Loggen är full', 'The log is full'],
    [
      'Det finns inte plats att skriva mer. Läsning fungerar. Kontakta den som sköter tjänsten.',
      'There is no room to write more. Reading works. Contact whoever runs the service.',
    ],
  ),
  logFailed: entry(
    503,
    ['Loggen gick inte att skriva', 'The log could not be written'],
    [
      'Det är inte säkert att något skrevs. Tjänsten startar om; skicka samma sak igen med samma Idempotency-Key.',
      'It is not known whether anything was written. The service restarts; send the same again with the same Idempotency-Key.',
    ],
  ),
  beingBuilt: entry(
    503,
    ['Sammanställningarna byggs om', 'The summaries are being built'],
    [
      'Försök igen om en stund. Att skriva fungerar under tiden.',
      'Try again in a while. Writing works meanwhile.',
    ],
  ),
  logDamaged: entry(
    500,
    ['Loggen går inte att läsa', 'The log cannot be read'],
    [
      'Något i loggen är skadat. Kontakta den som sköter tjänsten.',
      'Something in the log is damaged. Contact whoever runs the service.',
    ],
  ),
  unexpected: entry(
    500,
    ['Något gick fel', 'Something went wrong'],
    [
      'Felet är inte ditt. Försök igen om en stund. Händer det igen, kontakta den som sköter tjänsten och ange X-Request-Id.',
      'The fault is not yours. Try again in a while. If it happens again, contact whoever runs the service and quote X-Request-Id.',
    ],
  ),
};

/** Words for the states a refusal may name. */
export const stateWords: Readonly<Record<string, Texts | undefined>> = {
  ...words.assignmentPhase,
  ...words.decisionPhase,
  ...words.meetingPhase,
  ...words.milestonePhase,
  closed: words.matterPhase.closed,
};
