import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApi } from '../../src/api/openapi.js';
import { authority } from '../../src/domain/commands.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { OverlayStore } from '../../src/event-store/overlay.js';
import { claimLetter, type Who, world, type World } from './world.js';

interface Operation {
  readonly path: string;
  readonly operationId: string;
  readonly needsIfMatch: boolean;
  readonly created: boolean;
  readonly example: unknown;
}

function postsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, { post }]) => {
    if (!post) return [];
    const parameters = (post.parameters ?? []).flatMap((found) => ('name' in found ? [found] : []));
    const filled = parameters
      .filter((parameter) => parameter.in === 'path')
      .reduce((url, { name, schema }) => {
        const example: unknown = schema && 'example' in schema ? schema.example : undefined;
        return url.replace(`{${name}}`, String(example));
      }, path);
    const content = post.requestBody && 'content' in post.requestBody ? post.requestBody.content : {};
    const shown = content['application/json']?.examples?.['example'];
    const example: unknown = shown && 'value' in shown ? shown.value : undefined;
    return [
      {
        path: filled,
        operationId: post.operationId ?? path,
        needsIfMatch: parameters.some(({ name }) => name === 'If-Match'),
        created: '201' in post.responses,
        example,
      },
    ];
  });
}

/** A store whose writes can be forgotten. */
class Forgetful implements EventStore {
  private overlay: OverlayStore;

  constructor(private readonly below: EventStore) {
    this.overlay = new OverlayStore(below);
  }

  forget(): void {
    this.overlay = new OverlayStore(this.below);
  }

  append: EventStore['append'] = (...write) => this.overlay.append(...write);
  read: EventStore['read'] = (stream) => this.overlay.read(stream);
  follow: EventStore['follow'] = (...where) => this.below.follow(...where);
  head: EventStore['head'] = () => this.below.head();
  erase: EventStore['erase'] = (stream) => this.overlay.erase(stream);
  close: EventStore['close'] = async () => {};
}

describe('every POST route', () => {
  const held: { store?: Forgetful; below?: EventStore } = {};
  let w: World;
  let operations: Operation[] = [];

  beforeAll(async () => {
    w = await world({
      demo: true,
      change: ({ store }) => ({ store: (held.store = new Forgetful((held.below = store))) }),
    });
    if (held.below) await claimLetter(held.below, '2026-06-10.person-1', 'uppdrag-1');
    operations = postsOf(openApi(w.app, { version: '1' })).filter(
      ({ path }) => !path.startsWith('/api/session'),
    );
  });
  afterAll(() => w.close());

  it('is there for every command', () => {
    const commands = Object.keys(authority).map((type) => type.charAt(0).toLowerCase() + type.slice(1));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      [...commands, 'moveDemoClock'].sort(),
    );
  });

  it('works with its example in a prepared world', async () => {
    const results: Record<string, string> = {};
    for (const { path, operationId, needsIfMatch, created, example } of operations) {
      held.store?.forget();
      const as: Who = ['erasePerson', 'registerBody'].includes(operationId) ? 'admin' : 'secretary';
      const answer = await w.post(path, {
        as,
        body: example,
        headers: needsIfMatch ? { 'if-match': '*' } : {},
      });
      const right = answer.status === (created ? 201 : 200);
      results[operationId] = right ? 'works' : `${answer.status.toString()} ${answer.text}`;
      if (created) {
        expect(answer.headers.get('location')).toBe(`${path}/${String(answer.at('id'))}`);
        expect(answer.headers.get('etag')).toBe('"0"');
      }
    }
    expect(results).toEqual(Object.fromEntries(operations.map(({ operationId }) => [operationId, 'works'])));
  });

  it('asks for the revision wherever something is changed, and only there', () => {
    const unasked = operations
      .filter(({ needsIfMatch }) => !needsIfMatch)
      .map(({ operationId }) => operationId);
    expect(unasked.sort()).toEqual([
      'erasePerson',
      'giveAssignment',
      'moveDemoClock',
      'openFeed',
      'openMatter',
      'recordDecision',
      'registerBody',
      'registerPerson',
      'saveView',
      'scheduleMeeting',
    ]);
  });

  it('refuses its example to who has no token, and names a field that is not there', async () => {
    for (const { path, needsIfMatch, example } of operations) {
      const headers = needsIfMatch ? { 'if-match': '*' } : undefined;
      const stranger = await w.post(path, { body: example, headers: { ...headers, authorization: '' } });
      expect([path, stranger.status]).toEqual([path, 401]);
      const as: Who = path.endsWith('/erase') ? 'admin' : 'secretary';
      const wrong = await w.post(path, { as, headers, body: { ...(example as object), påhittat: 1 } });
      expect([path, wrong.status, wrong.at('errors.0.pointer')]).toEqual([path, 400, '/påhittat']);
    }
  });
});
