import { describe, expect, it } from '@jest/globals';
import type { Context } from '../../src/domain/decider.js';
import type { ActorRef } from '../../src/domain/events.js';
import { view, type ViewContext, type ViewEvent, type ViewState } from '../../src/domain/view/view.js';
import { breachOf, chair, scenarios, secretary } from '../support/given.js';

type Around = Omit<ViewContext, keyof Context<ViewState>>;
const around: Around = { bodyExists: true };
const { given } = scenarios(view, 'view-v1', around, (context, outside: Around) => ({
  ...context,
  ...outside,
}));

const auditor: ActorRef = { id: 'u-auditor', role: 'auditor' };
const reader: ActorRef = { id: 'u-reader', role: 'reader' };
const save = { type: 'SaveView', body: 'sra', name: 'Försenat', address: '/uppdrag?forsenat=ja' } as const;
const bodys: ViewEvent = {
  type: 'ViewSaved',
  data: { body: 'sra', name: 'Försenat', address: '/uppdrag?forsenat=ja' },
};
const own: ViewEvent = { type: 'ViewSaved', data: { ...bodys.data, owner: 'u-reader' } };
const removed: ViewEvent = { type: 'ViewRemoved', data: {} };

describe('a saved view', () => {
  it('is saved for the body, or for oneself by an opaque id', () => {
    given()
      .when({ ...save, name: ' Försenat ', shared: true })
      .then(bodys);
    given()
      .when({ ...save, shared: false }, { actor: reader })
      .then(own);
  });

  it('is saved for the body only by those who keep its log or examine it', () => {
    given()
      .when({ ...save, shared: true }, { actor: auditor })
      .then(bodys);
    given()
      .when({ ...save, shared: true }, { actor: reader })
      .thenRefused('notAllowed', '/shared');
  });

  it.each([
    '/granskning',
    '/granskning/uppdrag/uppdrag-1?datum=sades&jamfor=2025-11-13..2026-06-04',
    '/granskning/laget?dag=2026-03-19&till=2026-06-04',
  ])('of the audit pages is a review: %s', (address) => {
    given()
      .when({ ...save, address, shared: true })
      .then({ type: 'ReviewSaved', data: { body: 'sra', name: 'Försenat', address } })
      .thenState({ review: true });
  });

  it.each([
    'https://annan.example/uppdrag',
    '//annan.example',
    '/oversikt',
    '/uppdrag/uppdrag-1',
    '/uppdrag#x',
    '/granskning/../api',
    'javascript:alert(1)',
    '/beslut?<script>',
    '',
  ])('is an address of those pages and nothing else: %s', (address) => {
    given()
      .when({ ...save, address, shared: true })
      .thenRefused('notSavable', '/address');
  });

  it('has a name, and a body that exists', () => {
    given()
      .when({ ...save, name: ' ', shared: true })
      .thenRefused('emptyText', '/name');
    given()
      .when({ ...save, shared: true }, { bodyExists: false })
      .thenRefused('unknownReference', '/body');
  });

  it('is renamed, removed and put back', () => {
    given(bodys)
      .when({ type: 'RenameView', name: 'Sent' }, { actor: chair })
      .then({ type: 'ViewRenamed', data: { name: 'Sent' } })
      .thenState({ name: 'Sent' });
    given(bodys).when({ type: 'RemoveView' }).then(removed).thenState({ removed: true });
    given(bodys, removed)
      .when({ type: 'RestoreView' })
      .then({ type: 'ViewRestored', data: {} })
      .thenState({ removed: false });
  });

  it('is not removed, put back or renamed twice over', () => {
    given(bodys, removed).when({ type: 'RemoveView' }).thenRefused('unchanged');
    given(bodys).when({ type: 'RestoreView' }).thenRefused('unchanged');
    given(bodys).when({ type: 'RenameView', name: 'Försenat' }).thenRefused('unchanged');
    given(bodys, removed).when({ type: 'RenameView', name: 'Sent' }).thenRefused('notFound');
    given().when({ type: 'RemoveView' }).thenRefused('notFound');
    expect(breachOf(view, [bodys], own)).toBe('alreadyExists');
  });

  it('of somebody else is as good as not there; the body’s is not for everyone to change', () => {
    given(own).when({ type: 'RemoveView' }, { actor: secretary }).thenRefused('notFound');
    given(own).when({ type: 'RemoveView' }, { actor: reader }).then(removed);
    given(bodys).when({ type: 'RemoveView' }, { actor: reader }).thenRefused('notAllowed');
  });
});
