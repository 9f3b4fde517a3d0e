import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApi } from '../../src/api/openapi.js';
import { world, type World } from './world.js';

let w: World;
let document: OpenAPIObject;
beforeAll(async () => {
  w = await world({ empty: true });
  document = openApi(w.app, { version: '1' });
});
afterAll(() => w.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, { get, post }]) =>
    [get, post].flatMap((operation) => (operation ? [{ path, operation }] : [])),
  );

describe('the OpenAPI description', () => {
  it('is of version 3.1 and names every operation once, with words and a tag that is explained', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = (document.tags ?? []).map(({ name }) => name);
    for (const { operation } of operations()) {
      expect(operation.summary).toBeTruthy();
      expect(operation.tags).toHaveLength(1);
      expect(tags).toContain(operation.tags?.[0]);
    }
  });

  it('leads every reference somewhere', () => {
    const known = Object.keys(document.components?.schemas ?? {});
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(
      ([, ref = '']) => ref,
    );
    expect(references.length).toBeGreaterThan(100);
    for (const reference of references)
      expect(known).toContain(reference.replace('#/components/schemas/', ''));
  });

  it('shows what the answer of every read looks like, and every problem as a problem', () => {
    for (const { path, operation } of operations()) {
      for (const [status, response] of Object.entries(operation.responses)) {
        const content = response && 'content' in response ? Object.keys(response.content ?? {}) : [];
        if (Number(status) >= 400 && !path.startsWith('/health'))
          expect([path, status, content]).toEqual([path, status, ['application/problem+json']]);
        if (status === '200' && path.startsWith('/api/') && path !== '/api/events')
          expect([path, content]).toEqual([path, [path.endsWith('.csv') ? 'text/csv' : 'application/json']]);
      }
    }
  });

  it('asks for a token wherever the service does', () => {
    const open = ['/api/session', '/api/demo/personas'];
    for (const { path, operation } of operations())
      expect([path, operation.security]).toEqual([
        path,
        path.startsWith('/api/') && !open.includes(path) ? [{ token: [] }] : [{}],
      ]);
    expect(document.components?.securitySchemes?.['token']).toMatchObject({ type: 'http', scheme: 'bearer' });
  });

  it('says of every field what it is, and holds no schema without fields', () => {
    const empty = Object.entries(document.components?.schemas ?? {}).filter(
      ([, schema]) => !('properties' in schema) || Object.keys(schema.properties ?? {}).length === 0,
    );
    expect(empty).toEqual([]);
    const untyped: string[] = [];
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      if (!('properties' in schema)) continue;
      for (const [field, property] of Object.entries(schema.properties ?? {})) {
        const typed = 'type' in property || '$ref' in property || 'allOf' in property || 'oneOf' in property;
        expect([name, field, typed]).toEqual([name, field, true]);
        if ('type' in property && property.type === 'object') untyped.push(`${name}.${field}`);
      }
    }
    expect(untyped.sort()).toEqual(['AttentionView.params', 'HistoryEntryView.data']);
  });
});
