import { useTranslation } from 'react-i18next';
import { type Schemas, useGet, usePages } from '../../api/client';
import { type Filter, Filters } from '../../app/filters';
import { List, Nothing } from '../../app/grow';
import { A, Deadline, Page, Tag } from '../../app/parts';
import { useAddress, useAsOf, useBody } from '../../app/place';
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

/** Every assignment of the body; in the past, the board as of that day. */
export function Component() {
  const { t } = useTranslation();
  const body = useBody();
  const asOf = useAsOf();
  const [params, change] = useAddress();
  const about = useGet('/api/bodies/{id}', { path: { id: body } });
  const sort = (['title', 'given', 'changed'] as const).find((one) => one === params.get('sortera')) ?? 'due';
  const late = params.get('forsenat');
  const pages = usePages('/api/assignments', {
    query: {
      body,
      limit: 100,
      state: stateOf(params.get('lage') ?? 'open') ?? (params.get('lage') === 'alla' ? undefined : 'open'),
      role: params.get('roll') ?? undefined,
      party: params.get('part') ?? undefined,
      person: params.get('person') ?? undefined,
      matter: params.get('arende') ?? undefined,
      ...(late === 'ja' && { late: true }),
      sort,
      ...asOf,
    },
  });
  const filters: readonly Filter[] = [
    {
      name: 'lage',
      label: t('columns.state'),
      options: [
        ['alla', t('filters.all')],
        ...states.slice(1).map((code): [string, string] => [code, t(`assignment.states.${code}`)]),
      ],
    },
    {
      name: 'roll',
      label: t('columns.responsible'),
      options: (about.data?.roles ?? []).map(({ role, title }) => [role, title]),
    },
    {
      name: 'part',
      label: t('assignment.party'),
      options: (about.data?.parties ?? []).map(({ party, name }) => [party, name]),
    },
    { name: 'forsenat', label: t('assignment.lateFilter'), options: [['ja', t('assignment.onlyLate')]] },
  ];
  const by = (name: typeof sort, text: string) => (
    <th scope="col" aria-sort={sort === name ? 'ascending' : undefined}>
      <button
        type="button"
        className="sort"
        onClick={() => change({ sortera: name === 'due' ? undefined : name })}
      >
        {text}
        <span aria-hidden="true">{sort === name ? ' ↑' : ''}</span>
      </button>
    </th>
  );
  return (
    <Page wide title={t('pages.uppdrag')} lead={t('assignment.lead')}>
      <div className="filter-bar">
        <Filters filters={filters} />
        <SavedViews page="uppdrag" />
      </div>
      <List
        label={t('pages.uppdrag')}
        columns={4}
        pages={pages}
        keyOf={({ id }) => id}
        empty={<Nothing title={t('assignment.none')} why={t('assignment.noneWhy')} />}
        head={
          <tr>
            {by('title', t('columns.assignment'))}
            <th scope="col">{t('columns.responsible')}</th>
            {by('due', t('columns.deadline'))}
            <th scope="col">{t('columns.state')}</th>
          </tr>
        }
        row={(item) => <Row item={item} />}
      />
    </Page>
  );
}

function Row({ item }: { readonly item: Schemas['AssignmentItemView'] }) {
  const { t } = useTranslation();
  return (
    <>
      <th scope="row">
        <A to={`/uppdrag/${item.id}`}>{item.title}</A>
        {item.decision?.name !== undefined && <div className="far">{item.decision.name}</div>}
      </th>
      <td>
        {item.responsible.length === 0 ? (
          <Tag tone="wait">{t('assignment.noResponsible')}</Tag>
        ) : (
          item.responsible.map(({ id, name }) => <div key={id}>{name ?? id}</div>)
        )}
      </td>
      <td>
        <Deadline window={item.deadline} />
        {item.moves > 0 && <div className="far">{t('assignment.moved', { count: item.moves })}</div>}
      </td>
      <td>
        {item.late ? (
          <Tag tone="late">{t('state.late')}</Tag>
        ) : (
          <Tag tone={item.state.code === 'closed' ? 'good' : 'plain'}>{item.state.text}</Tag>
        )}
      </td>
    </>
  );
}
