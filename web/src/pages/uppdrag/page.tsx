import { useTranslation } from 'react-i18next';
import { type Asking, type Schemas, useGet, usePages } from '../../api/client';
import { asksFor, type Column, ColumnChoice, SortHead, useShown } from '../../app/columns';
import { type Filter, Filters } from '../../app/filters';
import { List, Nothing } from '../../app/grow';
import { A, Day, Deadline, Named, Own, Page, Tag } from '../../app/parts';
import { useAddress, useAsOf, useBody } from '../../app/place';
import { Sheet } from '../../app/sheet';
import { SavedViews } from '../../app/views';

const states = [
  'open',
  'given',
  'acknowledged',
  'inProgress',
  'partlyReported',
  'finallyReported',
  'closed',
] as const;

const stateOf = (value: string | null): (typeof states)[number] | undefined =>
  states.find((one) => one === value);

type Item = Schemas['AssignmentItemView'];

/** Every assignment of the body; in the past, the board as of that day. */
export function Component() {
  const { t } = useTranslation();
  const body = useBody();
  const asOf = useAsOf();
  const [params, change] = useAddress();
  const about = useGet('/api/bodies/{id}', { path: { id: body } });
  const sort = (['title', 'given', 'changed'] as const).find((one) => one === params.get('sortera')) ?? 'due';
  const order = (['asc', 'desc'] as const).find((one) => one === params.get('ordning'));
  const late = params.get('forsenat');
  const query = {
    body,
    state: stateOf(params.get('lage') ?? 'open') ?? (params.get('lage') === 'alla' ? undefined : 'open'),
    role: params.get('roll') ?? undefined,
    party: params.get('part') ?? undefined,
    person: params.get('person') ?? undefined,
    matter: params.get('arende') ?? undefined,
    ...(late === 'ja' && { late: true }),
    sort,
    order,
    ...asOf,
  } satisfies Asking<'/api/assignments'>['query'];
  const pages = usePages('/api/assignments', { query: { ...query, limit: 100 } });
  const filters: readonly Filter[] = [
    {
      name: 'lage',
      label: t('columns.state'),
      usual: t('assignment.states.open'),
      options: [
        ['alla', t('filters.all')],
        ...states.slice(1).map((code): [string, string] => [code, t(`assignment.states.${code}`)]),
      ],
    },
    {
      name: 'roll',
      own: true,
      label: t('columns.responsible'),
      options: (about.data?.roles ?? []).map(({ role, title }) => [role, title]),
    },
    {
      name: 'part',
      own: true,
      label: t('assignment.party'),
      options: (about.data?.parties ?? []).map(({ party, name }) => [party, name]),
    },
    { name: 'forsenat', label: t('assignment.lateFilter'), options: [['ja', t('assignment.onlyLate')]] },
  ];
  const newestFirst = sort === 'given' || sort === 'changed';
  const by = (name: typeof sort, title: string) => (
    <SortHead
      title={title}
      order={sort === name ? (order ?? (newestFirst ? 'desc' : 'asc')) : undefined}
      onSort={(ordning) => change({ sortera: name === 'due' ? undefined : name, ordning })}
    />
  );
  const apart = asksFor(params, 'beslut');
  const titled = t('columns.assignment');
  const given = t('assignment.given');
  const due = t('columns.deadline');
  const columns: readonly Column<Item>[] = [
    {
      code: 'uppdrag',
      title: titled,
      head: by('title', titled),
      cell: ({ id, title, decision }) => (
        <th scope="row">
          <A own to={`/uppdrag/${id}`}>
            {title}
          </A>
          {!apart && decision?.name !== undefined && (
            <div className="far">
              <Own>{decision.name}</Own>
            </div>
          )}
        </th>
      ),
      shown: 'always',
    },
    {
      code: 'beslut',
      title: t('columns.decision'),
      cell: ({ decision }) => <td>{decision && <Named at="/beslut" of={decision} />}</td>,
      shown: 'chosen',
    },
    {
      code: 'arende',
      title: t('decisions.matter'),
      cell: ({ matter }) => <td>{matter && <Named at="/arenden" of={matter} />}</td>,
      shown: 'chosen',
    },
    { code: 'ansvarig', title: t('columns.responsible'), cell: (item) => <Responsible item={item} /> },
    {
      code: 'mottagare',
      title: t('assignment.recipient'),
      cell: ({ recipient }) => (
        <td>
          <Own>{recipient?.name ?? recipient?.id}</Own>
        </td>
      ),
      shown: 'chosen',
    },
    {
      code: 'givet',
      title: given,
      head: by('given', given),
      cell: ({ givenOn }) => (
        <td className="nowrap">
          <Day day={givenOn} far={false} />
        </td>
      ),
      shown: 'chosen',
    },
    { code: 'frist', title: due, head: by('due', due), cell: (item) => <Due item={item} /> },
    { code: 'lage', title: t('columns.state'), cell: (item) => <State item={item} /> },
    {
      code: 'avslutat',
      title: t('columns.closed'),
      cell: ({ closedOn, outcome }) => (
        <td>
          {closedOn !== undefined && <Day day={closedOn} far={false} />}
          {outcome && <div className="far">{outcome.text}</div>}
        </td>
      ),
      shown: 'chosen',
    },
  ];
  const shown = useShown(columns);
  return (
    <Page title={t('pages.uppdrag')} lead={t('assignment.lead')}>
      <div className="filter-bar">
        <Filters filters={filters} />
        <ColumnChoice columns={columns} />
        <Sheet path="/api/assignments/sheet.csv" query={query} />
        <SavedViews page="uppdrag" />
      </div>
      <List
        label={t('pages.uppdrag')}
        columns={shown}
        pages={pages}
        keyOf={({ id }) => id}
        empty={<Nothing title={t('assignment.none')} why={t('assignment.noneWhy')} />}
      />
    </Page>
  );
}

interface OfItem {
  readonly item: Item;
}

function Responsible({ item: { responsible } }: OfItem) {
  const { t } = useTranslation();
  return (
    <td>
      {responsible.length === 0 ? (
        <Tag tone="wait">{t('assignment.noResponsible')}</Tag>
      ) : (
        responsible.map(({ id, name }) => (
          <div key={id}>
            <Own>{name ?? id}</Own>
          </div>
        ))
      )}
    </td>
  );
}

function Due({ item: { deadline, moves } }: OfItem) {
  const { t } = useTranslation();
  return (
    <td>
      <Deadline window={deadline} />
      {moves > 0 && <div className="far">{t('assignment.moved', { count: moves })}</div>}
    </td>
  );
}

function State({ item: { late, state } }: OfItem) {
  const { t } = useTranslation();
  return (
    <td>
      {late ? (
        <Tag tone="late">{t('state.late')}</Tag>
      ) : (
        <Tag tone={state.code === 'closed' ? 'good' : 'plain'}>{state.text}</Tag>
      )}
    </td>
  );
}
