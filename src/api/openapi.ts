import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const about = `The decision log of public bodies: what was decided, who was asked, how far it has come, and when feedback can be expected.

**Three dates.** Every fact says when it *happened* (\`occurred\`), when it was *stated* (\`statedAt\`, the date of the minutes that tell it) and when the log *recorded* it. What can be read as of a date takes one of \`happenedBy\`, \`statedBy\` and \`recordedBy\`.

**Writing.** A change needs \`If-Match\` with the \`ETag\` of what you read. A POST may carry an \`Idempotency-Key\`: sent again, it gives the same answer and does nothing twice. Every write answers with \`Log-Position\`; send it along with the next read, and the read waits until it shows the change.

**Problems** are \`application/problem+json\` (RFC 9457), in Swedish or English by \`Accept-Language\`.`;

/** The OpenAPI 3.1 description of the API. */
export function openApi(
  app: NestFastifyApplication,
  { version }: { readonly version: string },
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Beslutslogg')
    .setDescription(about)
    .setVersion(version)
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'A token from the configuration.' },
      'token',
    )
    .addTag('Bodies', 'Organ: parties, roles, policies')
    .addTag('Meetings', 'Möten')
    .addTag('Matters', 'Ärenden and their timetables')
    .addTag('Decisions', 'Beslut and ställningstaganden')
    .addTag('Assignments', 'Uppdrag and åtaganden')
    .addTag(
      'Overview',
      'Expected feedback, what falls between the chairs, the board, the audit trail, search',
    )
    .addTag('People', 'Personer; personal data that can be erased')
    .addTag('Session', 'Signing in from a browser')
    .addTag('Reminders', 'Påminnelser; what is planned, what went out, and how it is steered')
    .addTag('Calendar feeds', 'Kalenderflöden at secret addresses')
    .addTag('Saved views and reviews', 'Sparade vyer och granskningar; a review keeps its answer')
    .addTag('Live', 'What changes, as it changes')
    .addTag('Service', 'Health and version')
    .build();
  return SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method });
}
