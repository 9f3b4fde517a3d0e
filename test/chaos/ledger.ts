import { join } from 'node:path';
import { comparePositions, type EventType } from '../../src/domain/events.js';
import { LocalLog } from '../../src/event-store/local-log.js';
import { files } from '../../src/log.js';
import { type Acknowledged, checkLog, checkReadModels, eventsOf, type Flaws, noFlaws } from './checks.js';
import { actor, type Answer, type Program } from './program.js';
import { isPlace, type Place, type Sent } from './writer.js';

/** All that was sent to one log, and what of it was acknowledged. */
export class Ledger {
  readonly #acknowledged = new Map<string, Acknowledged>();
  readonly #acceptable = new Map<string, readonly EventType[]>();
  readonly #sent: Sent[] = [];
  #reached: string | undefined;

  constructor(readonly flaws: Flaws = noFlaws()) {}

  get sent(): readonly Sent[] {
    return this.#sent;
  }

  /** How many commands were acknowledged. */
  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  /** The last position that was acknowledged. */
  get reached(): string | undefined {
    return this.#reached;
  }

  /** Where the event of a command stands, if that was acknowledged. */
  placeOf({ key }: Sent): Place | undefined {
    return this.#acknowledged.get(`${actor}/${key}`)?.place;
  }

  note(sent: Sent): void {
    const key = `${actor}/${sent.key}`;
    if (this.#acceptable.has(key)) return;
    this.#acceptable.set(key, sent.leadsTo === undefined ? [] : [sent.leadsTo]);
    this.#sent.push(sent);
  }

  acknowledge(sent: Sent, { id, revision, position }: Place): void {
    if (sent.leadsTo === undefined) return;
    if (this.#reached === undefined || comparePositions(this.#reached, position) < 0)
      this.#reached = position;
    this.#acknowledged.set(`${actor}/${sent.key}`, {
      place: { id, revision, position },
      leadsTo: [sent.leadsTo],
    });
  }

  /** Sends a command and notes what came of it. */
  async send(program: Program, sent: Sent): Promise<Answer | undefined> {
    this.note(sent);
    const answer = await program.post(sent.path, sent.body, headersOf(sent));
    if (answer && answer.status < 300 && isPlace(answer.json)) this.acknowledge(sent, answer.json);
    return answer;
  }

  /** Sends a command that must be accepted. Throws when it is not. */
  async must(program: Program, sent: Sent): Promise<Place> {
    const answer = await this.send(program, sent);
    if (!answer || answer.status >= 300 || !isPlace(answer.json))
      throw new Error(`${sent.path} was answered ${JSON.stringify(answer ?? program.lastWords)}`);
    return answer.json;
  }

  /** Holds the log and the read models of a program that has nothing to do against what was sent. */
  hold(dataDir: string, kind: 'authority' | 'copy' = 'authority'): void {
    const path = kind === 'authority' ? files.log(dataDir) : files.copy(dataDir);
    const log = LocalLog.open(path, { mode: 'readonly' });
    try {
      checkLog(eventsOf(log), this.#acknowledged, this.#acceptable, kind === 'authority', this.flaws);
      checkReadModels(join(dataDir, 'read-models.db'), log, this.flaws);
    } finally {
      log.close();
    }
  }
}

/** The headers a command is sent with. */
export function headersOf({ key, ifMatch }: Sent): Record<string, string> {
  return { 'idempotency-key': key, ...(ifMatch !== undefined && { 'if-match': ifMatch }) };
}

/** The command that lays the ground of every log: one body. */
export const ground: Sent = {
  key: 'body',
  path: '/api/bodies',
  body: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' },
  leadsTo: 'BodyRegistered',
};

/** A new matter of a body. */
export const newMatter = (key: string, body: string): Sent => ({
  key,
  path: '/api/matters',
  body: { body, title: `Riktlinje ${key}` },
  leadsTo: 'MatterOpened',
});

/** A milestone of a matter that stands at a revision, or (`*`) at any. */
export const newMilestone = (key: string, matter: string, at: number | '*'): Sent => ({
  key,
  path: `/api/matters/${matter}/milestones`,
  body: { label: `Delmål ${key}`, date: '1 september 2027' },
  ifMatch: at === '*' ? '*' : `"${at.toString()}"`,
  leadsTo: 'MilestonePlanned',
});

/** Whether every read model has taken in all there is, and that is no less than a position. */
export function standAt(json: unknown, position: string | undefined): boolean {
  if (typeof json !== 'object' || json === null || !('readModels' in json)) return false;
  const models: unknown = json.readModels;
  return Array.isArray(models) && models.length > 0 && models.every((model) => standsAt(model, position));
}

function standsAt(model: unknown, position = '0'): boolean {
  if (typeof model !== 'object' || model === null || !('lag' in model) || !('position' in model))
    return false;
  const at = typeof model.position === 'string' ? model.position : '0';
  return model.lag === 0 && comparePositions(at, position) >= 0;
}
