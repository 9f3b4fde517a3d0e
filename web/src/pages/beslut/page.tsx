import { useTranslation } from 'react-i18next';
import { type Asking, type Schemas, usePages } from '../../api/client';
import { asksFor, type Column, ColumnChoice, SortHead, useShown } from '../../app/columns';
import { isoDay } from '../../app/day-input';
import { List, Nothing } from '../../app/grow';
import { A, Day, Named, Own, Page, Tag } from '../../app/parts';
import { useAddress, useAsOf, useBody, usePast, useRoles } from '../../app/place';
import { Sheet } from '../../app/sheet';
import { SavedViews } from '../../app/views';
import { Filters, type Filter } from '../../app/filters';
import { pointKinds } from '../moten/reading';

const states = ['recorded', 'confirmed', 'superseded', 'revoked'] as const;

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((one) => one === value);

type Item = Schemas['DecisionItemView'];

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
  const query = {
    body,
    kind: oneOf(pointKinds, params.get('slag')),
    state: oneOf(states, params.get('lage')),
    from: isoDay(params.get('fran') ?? ''),
    to: isoDay(params.get('till') ?? ''),
    meeting: params.get('mote') ?? undefined,
    matter: params.get('arende') ?? undefined,
    ...(open !== null && { open: open === 'ja' }),
    sort,
    order,
    ...asOf,
  } satisfies Asking<'/api/decisions'>['query'];
  const pages = usePages('/api/decisions', { query: { ...query, limit: 100 } });
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
  const by = (name: 'datum' | 'titel', title: string) => (
    <SortHead
      title={title}
      order={
        sort === (name === 'titel' ? 'title' : 'date')
          ? (order ?? (sort === 'title' ? 'asc' : 'desc'))
          : undefined
      }
      onSort={(ordning) => change({ sortera: name, ordning })}
    />
  );
  const dated = t('decisions.date');
  const titled = t('columns.decision');
  const apart = asksFor(params, 'arende');
  const columns: readonly Column<Item>[] = [
    { code: 'datum', title: dated, head: by('datum', dated), cell: (item) => <Taken item={item} /> },
    {
      code: 'beslut',
      title: titled,
      head: by('titel', titled),
      cell: ({ id, title, matter }) => (
        <th scope="row">
          <A own to={`/beslut/${id}`}>
            {title}
          </A>
          {!apart && matter?.name !== undefined && (
            <div className="far">
              <Own>{matter.name}</Own>
            </div>
          )}
        </th>
      ),
      shown: 'always',
    },
    {
      code: 'arende',
      title: t('decisions.matter'),
      cell: ({ matter }) => <td>{matter && <Named at="/arenden" of={matter} />}</td>,
      shown: 'chosen',
    },
    {
      code: 'mote',
      title: t('columns.meeting'),
      cell: ({ meeting }) => <td>{meeting && <Named at="/moten" own={false} of={meeting} />}</td>,
      shown: 'chosen',
    },
    {
      code: 'slag',
      title: t('decisions.kind'),
      cell: ({ kinds }) => <td>{kinds.map(({ text }) => text).join(', ')}</td>,
    },
    {
      code: 'punkter',
      title: t('decisions.points'),
      cell: ({ points }) => <td className="number">{points}</td>,
      shown: 'chosen',
    },
    { code: 'uppdrag', title: t('pages.uppdrag'), cell: (item) => <Followed item={item} /> },
    { code: 'lage', title: t('columns.state'), cell: (item) => <State item={item} /> },
    {
      code: 'galler',
      title: t('columns.effective'),
      cell: ({ effectiveFrom }) => (
        <td>{effectiveFrom !== undefined && <Day day={effectiveFrom} far={false} />}</td>
      ),
      shown: 'chosen',
    },
  ];
  const shown = useShown(columns);
  return (
    <Page
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
        <ColumnChoice columns={columns} />
        <Sheet path="/api/decisions/sheet.csv" query={query} />
        <SavedViews page="beslut" />
      </div>
      <List
        label={t('pages.beslut')}
        columns={shown}
        pages={pages}
        keyOf={({ id }) => id}
        empty={<Nothing title={t('decisions.none')} why={t('decisions.noneWhy')} />}
      />
    </Page>
  );
}

interface OfItem {
  readonly item: Item;
}

const Taken = ({ item: { takenOn, agendaItem } }: OfItem) => (
  <td className="nowrap">
    <Day day={takenOn} far={false} />
    {agendaItem !== undefined && <div className="far">§ {agendaItem}</div>}
  </td>
);

/** What came of it. */
function Followed({ item }: OfItem) {
  const { t } = useTranslation();
  const { open, late, closed } = item.assignments;
  return (
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
  );
}

function State({ item: { state } }: OfItem) {
  const { t } = useTranslation();
  const known = oneOf(states, state.code);
  return (
    <td>
      <Tag tone={state.code === 'confirmed' ? 'good' : state.code === 'recorded' ? 'wait' : 'plain'}>
        {known === undefined ? state.text : t(`decisions.states.${known}`)}
      </Tag>
    </td>
  );
}
