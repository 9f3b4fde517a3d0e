import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/client';
import { A, Day, Empty, Own, Page, Skeleton, Wait } from '../../app/parts';
import { type Role, useAsOf, useBody, useLanguage, useMe, useRoles } from '../../app/place';
import { longDate } from '../../i18n/dates';
import { Changes } from './changes';
import { useMeetings } from './meetings';
import { MyAssignments, MySentence } from './mine';
import { ReplayPicker } from '../../app/replay-picker';
import { OldestOpen } from './oldest';
import { Outgoing } from './outgoing';
import { WorkQueue } from './queue';
import './oversikt.css';

const Band = lazy(() => import('./band'));
const Wheel = lazy(() => import('./wheel'));
const Balance = lazy(() => import('./balance'));
const Begin = lazy(() => import('./begin'));

/** What whoever is signed in needs to know first. */
export function Component() {
  const { t } = useTranslation();
  const [role = 'reader'] = useRoles();
  const me = useMe();
  const body = useBody();
  const name = me.bodies.find(({ id }) => id === body)?.name;
  const begin = useBegins() && (
    <Suspense fallback={<Skeleton lines={8} />}>
      <Begin />
    </Suspense>
  );
  if (body === '')
    return (
      <Page title={t('pages.oversikt')}>
        {begin || (
          <Empty title={t('begin.none')}>
            <p>{t('begin.noneWhy')}</p>
          </Empty>
        )}
      </Page>
    );
  return (
    <Page
      title={t('pages.oversikt')}
      above={<Own>{name}</Own>}
      lead={role === 'responsible' ? <MySentence /> : <Sentence />}
    >
      <NextMeeting />
      {begin}
      {sections[role]}
    </Page>
  );
}

/** Whether the administrator has something left to do before the first decision of the body. */
function useBegins(): boolean {
  const admin = useRoles().includes('admin');
  const body = useBody();
  const { all } = useMeetings();
  const { data } = useGet('/api/bodies/{id}', { path: { id: body }, enabled: admin && body !== '' });
  if (!admin || body === '') return admin;
  return data !== undefined && (all.length === 0 || !data.roles.some(({ holders }) => holders.length > 0));
}

const sections: { readonly [R in Role]: ReactNode } = {
  chair: (
    <>
      <BandSection />
      <Changes />
      <WorkQueue short />
    </>
  ),
  secretary: (
    <>
      <WorkQueue />
      <Outgoing />
      <BandSection />
      <WheelSection />
      <Changes />
    </>
  ),
  responsible: (
    <>
      <MyAssignments />
      <BandSection />
      <Changes />
    </>
  ),
  auditor: (
    <>
      <BalanceSection />
      <OldestOpen />
      <ReplayPicker />
      <Changes />
    </>
  ),
  reader: (
    <>
      <BandSection />
      <Changes />
    </>
  ),
  admin: (
    <>
      <WorkQueue />
      <BandSection />
      <WheelSection />
    </>
  ),
};

function Sentence() {
  const { t } = useTranslation();
  const body = useBody();
  const asOf = useAsOf();
  const language = useLanguage();
  const { next } = useMeetings();
  const balance = useGet('/api/board/balance', { query: { body, ...asOf } });
  const feedback = useGet('/api/feedback', { query: { body, limit: 200, ...asOf } });
  if (!balance.data || !feedback.data) return <>{t('app.loading')} …</>;
  const { open, late } = balance.data;
  const expected = feedback.data.items.filter(
    ({ expected: at, kind }) =>
      kind.code === 'assignment' && at?.meeting !== undefined && at.meeting === next?.id,
  ).length;
  return (
    <>
      {t('overview.going', { count: open })}{' '}
      {next &&
        (expected === 0
          ? t('overview.noneExpected', { date: longDate(next.date, language) })
          : t('overview.expected', { count: expected, date: longDate(next.date, language) }))}{' '}
      {late > 0 ? (
        <strong className="late-text">{t('overview.late', { count: late })}</strong>
      ) : (
        t('overview.noneLate')
      )}
    </>
  );
}

function NextMeeting() {
  const { t } = useTranslation();
  const { next } = useMeetings();
  if (!next) return null;
  return (
    <p className="next-meeting">
      {t('overview.next')} <A to={`/moten/${next.id}`}>{next.kind.text}</A>, <Day day={next.date} />{' '}
      {next.place !== undefined && (
        <>
          · <Own>{next.place}</Own>
        </>
      )}
    </p>
  );
}

function BandSection() {
  const { t } = useTranslation();
  const body = useBody();
  const asOf = useAsOf();
  const feedback = useGet('/api/feedback', { query: { body, limit: 200, ...asOf } });
  return (
    <section aria-labelledby="band">
      <h2 id="band">{t('overview.band')}</h2>
      <Wait for={feedback} lines={8}>
        {({ items }) => (
          <Suspense fallback={<Skeleton lines={8} />}>
            <Band items={items} />
          </Suspense>
        )}
      </Wait>
    </section>
  );
}

function WheelSection() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="wheel">
      <h2 id="wheel">{t('overview.wheel')}</h2>
      <Suspense fallback={<Skeleton lines={8} />}>
        <Wheel />
      </Suspense>
    </section>
  );
}

function BalanceSection() {
  const { t } = useTranslation();
  const body = useBody();
  const asOf = useAsOf();
  const balance = useGet('/api/board/balance', { query: { body, ...asOf } });
  return (
    <section aria-labelledby="balance">
      <h2 id="balance">{t('overview.balance')}</h2>
      <Wait for={balance} lines={6}>
        {(found) => (
          <Suspense fallback={<Skeleton lines={6} />}>
            <Balance balance={found} />
          </Suspense>
        )}
      </Wait>
    </section>
  );
}
