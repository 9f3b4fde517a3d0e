import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { API_LOG, type ApiLog } from './log.js';
import { Buckets, noLimits, Pressure } from './limits.js';
import { openApi } from './openapi.js';
import type { ApiParts } from './parts.js';
import { Problem, refuseTooMany } from './problems.js';
import { serveWeb, webFolder } from './web.js';
import { answered } from './written.js';

// It stays open for as long as somebody listens, and has a bound of its own.
const liveFeed = '/api/events';

/**
 * What the server does around every request: limits (not for `/health`), security headers, `X-Request-Id` on every answer, and one line in the log
 * per request that names the route and never what was asked, said or by whom. The description is made when first asked for,
 * at `/api/openapi.json`; `docs` false leaves out the page that shows it;
 * `web` is the folder of the built web, false for none.
 */
export function configureApi(
  app: NestFastifyApplication,
  parts: ApiParts,
  { docs = true, web = webFolder }: { readonly docs?: boolean; readonly web?: string | false } = {},
): void {
  const log = app.get<ApiLog>(API_LOG);
  const secure = parts.baseUrl.startsWith('https:');
  void app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  const fastify = app.getHttpAdapter().getInstance();
  const { limits = noLimits } = parts;
  const addresses = new Buckets(limits.perAddress);
  const pressure = new Pressure(limits);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    const { url = '' } = request.routeOptions;
    if (!url.startsWith('/health/')) {
      refuseTooMany(addresses.take(request.ip), 'perAddress');
      if (pressure.tooHigh) throw new Problem('overloaded', { headers: { 'retry-after': '1' } });
      if (url !== liveFeed) {
        const end = pressure.begin();
        reply.raw.once('finish', end).once('close', end);
      }
    }
    done();
  });
  fastify.addHook('onClose', (_instance, done) => {
    pressure.close();
    done();
  });
  fastify.addHook('preSerialization', (request, reply, answer, done) => {
    done(null, answered(answer, request, reply));
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });

  let built: OpenAPIObject | undefined;
  const document = (): OpenAPIObject => (built ??= openApi(app, parts));
  fastify.get('/api/openapi.json', (_request, reply) => reply.send(document()));
  if (docs)
    SwaggerModule.setup('api/docs', app, document, {
      raw: false,
      customSiteTitle: 'Beslutslogg – API',
      swaggerOptions: { persistAuthorization: true, tryItOutEnabled: true, docExpansion: 'none' },
    });
  if (web !== false) serveWeb(fastify, web, log);
}
