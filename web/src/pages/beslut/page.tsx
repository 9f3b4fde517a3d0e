import { useTranslation } from 'react-i18next';
import { type Schemas, usePages } from '../../api/client';
import { List, Nothing } from '../../app/grow';
import { A, Day, Page, Tag } from '../../app/parts';
import { useAddress, useAsOf, useBody, usePast, useRoles } from '../../app/place';
import { SavedViews } from '../../app/views';
import { Filters, type Filter } from '../../app/filters';
import { pointKinds } from '../moten/reading';

const states = ['recorded', 'confirmed', 'superseded', 'revoked'] as const;

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((one) => one === value);

/** The decision log as a table. */
export function Component() {
  const { t } = useTranslation();
  const body = useBody();
  const past = usePast();
  const asOf = useAsOf();
  const [role] = useRoles();
  const [params, change] = useAddress();
  const sort = params.get('sortera') === 'titel' ? 'title' : 'date';
  const order = oneOf(['asc', 'desc'] as const, params.get('ordning'));
  const open = params.get('oppna');
  const pages = usePages('/api/decisions', {
    query: {
      body,
      limit: 100,
      kind: oneOf(pointKinds, params.get('slag')),
      state: oneOf(states, params.get('lage')),
      from: params.get('fran') ?? undefined,
      to: params.get('till') ?? undefined,
      meeting: params.get('mote') ?? undefined,
      matter: params.get('arende') ?? undefined,
      ...(open !== null && { open: open === 'ja' }),
      sort,
      order,
      ...asOf,
    },
  });
  const filters: readonly Filter[] = [
    {
      name: 'slag',
      label: t('decisions.kind'),
      options: pointKinds.map((code) => [code, t(`decisions.kinds.${code}`)]),
    },
    {
      name: 'lage',
      label: t('columns.state'),
      options: states.map((code) => [code, t(`decisions.states.${code}`)]),
    },
    {
      name: 'oppna',
      label: t('decisions.open'),
      options: [
        ['ja', t('decisions.withOpen')],
        ['nej', t('decisions.withoutOpen')],
      ],
    },
    { name: 'fran', label: t('filters.from'), date: true },
    { name: 'till', label: t('filters.to'), date: true },
  ];
  const by = (name: 'datum' | 'titel', text: string) => {
    const current = (sort === 'title') === (name === 'titel');
    const now = order ?? (sort === 'title' ? 'asc' : 'desc');
    return (
      <th scope="col" aria-sort={current ? (now === 'asc' ? 'ascending' : 'descending') : undefined}>
        <button
          type="button"
          className="sort"
          onClick={() =>
            change({ sortera: name, ordning: current ? (now === 'asc' ? 'desc' : 'asc') : undefined })
          }
        >
          {text}
          <span aria-hidden="true">{current ? (now === 'asc' ? ' ↑' : ' ↓') : ''}</span>
        </button>
      </th>
    );
  };
  return (
    <Page
      wide
      title={t('pages.beslut')}
      lead={t('decisions.lead')}
      actions={
        !past && (role === 'secretary' || role === 'chair') ? (
          <A to="/moten" className="button">
            {t('decisions.register')}
          </A>
        ) : undefined
      }
    >
      <div className="filter-bar">
        <Filters filters={filters} />
        <SavedViews page="beslut" />
      </div>
      <List
        label={t('pages.beslut')}
        columns={5}
        pages={pages}
        keyOf={({ id }) => id}
        empty={<Nothing title={t('decisions.none')} why={t('decisions.noneWhy')} />}
        head={
          <tr>
            {by('datum', t('decisions.date'))}
            {by('titel', t('columns.decision'))}
            <th scope="col">{t('decisions.kind')}</th>
            <th scope="col">{t('pages.uppdrag')}</th>
            <th scope="col">{t('columns.state')}</th>
          </tr>
        }
        row={(item) => <Row item={item} />}
      />
    </Page>
  );
}

function Row({ item }: { readonly item: Schemas['DecisionItemView'] }) {
  const { t } = useTranslation();
  const { open, late, closed } = item.assignments;
  return (
    <>
      <td className="nowrap">
        <Day day={item.takenOn} far={false} />
        {item.agendaItem !== undefined && <div className="far">§ {item.agendaItem}</div>}
      </td>
      <th scope="row">
        <A to={`/beslut/${item.id}`}>{item.title}</A>
        {item.matter?.name !== undefined && <div className="far">{item.matter.name}</div>}
      </th>
      <td>{item.kinds.map(({ text }) => text).join(', ')}</td>
      <td>
        {open + closed === 0 ? (
          <span className="far">–</span>
        ) : (
          <>
            {[
              ...(open > 0 ? [t('decisions.openCount', { count: open })] : []),
              ...(closed > 0 ? [t('decisions.closedCount', { count: closed })] : []),
            ].join(', ')}
            {late > 0 && (
              <>
                {' '}
                <Tag tone="late">{t('decisions.late', { count: late })}</Tag>
              </>
            )}
          </>
        )}
      </td>
      <td>
        <Tag
          tone={item.state.code === 'confirmed' ? 'good' : item.state.code === 'recorded' ? 'wait' : 'plain'}
        >
          {item.state.text}
        </Tag>
      </td>
    </>
  );
}
