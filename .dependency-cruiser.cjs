/** Who may import whom: docs/adr/0002-house-rules.md says why. */
const outside = (name, from, allowed, why) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain imports nothing but itself.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    outside(
      'event-store-imports',
      '^src/event-store/',
      ['^src/event-store/', '^src/domain/', '^src/clock\\.ts$'],
      'The log knows the domain and its drivers, nothing above it.',
    ),
    outside(
      'commands-imports',
      '^src/commands/',
      [
        '^src/commands/',
        '^src/domain/',
        '^src/event-store/(event-store|run-decider)\\.ts$',
        '^src/clock\\.ts$',
      ],
      'Command handling knows the port, never an adapter.',
    ),
    outside(
      'projections-imports',
      '^src/projections/',
      [
        '^src/projections/',
        '^src/domain/',
        '^src/event-store/(event-store|local-log|libsql.*)\\.(d\\.)?ts$',
        '^src/clock\\.ts$',
      ],
      'Projections read the local log and the domain; they never decide and never answer HTTP.',
    ),
    outside(
      'reminders-imports',
      '^src/reminders/',
      [
        '^src/reminders/',
        '^src/domain/',
        '^src/event-store/(event-store|run-decider)\\.ts$',
        '^src/projections/',
        '^src/commands/',
        '^src/clock\\.ts$',
        '^src/config\\.ts$',
      ],
      'Reminders plan from the log and from queries; they know no adapter.',
    ),
    outside(
      'api-imports',
      '^src/api/',
      [
        '^src/api/',
        '^src/domain/',
        '^src/commands/',
        '^src/projections/',
        '^src/reminders/',
        '^src/event-store/(event-store|run-decider|local-log)\\.ts$',
        '^src/clock\\.ts$',
        '^src/config\\.ts$',
      ],
      'The API sends commands and asks queries; adapters are chosen in app.module.ts.',
    ),
    {
      name: 'one-importer-of-the-esdb-client',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/event-store/eventstoredb[^/]*\\.ts$' },
      to: { path: 'node_modules/(@eventstore|@grpc|google-protobuf)/' },
    },
    {
      name: 'only-folders-of-sql',
      comment: 'SQL lives with the log and the read models.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(event-store|projections|ops)/' },
      to: { path: 'node_modules/libsql/' },
    },
    {
      name: 'web-stands-alone',
      comment: 'The web talks to the HTTP API and to nothing else of the service.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    { name: 'not-to-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.check.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
