import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, send, useGet } from '../../api/client';
import { copy, tellFault } from '../../app/notices';
import { Day, Own, Wait } from '../../app/parts';
import { useBody, useMe } from '../../app/place';
import { useDone } from '../../app/done';
import { dayOf } from '../../i18n/dates';
import { newSecret, sha256 } from './secret';

type Feed = Schemas['FeedView'];

/** Calendars to subscribe to. The secret of an address is made here and shown once: the service knows only its digest. */
export function Feeds() {
  const { t } = useTranslation();
  const body = useBody();
  const done = useDone();
  const feeds = useGet('/api/feeds');
  const [fresh, show] = useState<string>();
  const [busy, setBusy] = useState(false);
  const open = async (kind: 'mine' | 'body'): Promise<void> => {
    setBusy(true);
    try {
      const secret = newSecret();
      await send('/api/feeds', {
        body: {
          secretHash: await sha256(secret),
          scope: kind === 'mine' ? { kind } : { kind, body },
        },
      });
      show(`${location.origin}/kalender/${secret}.ics`);
      await done({ text: t('feeds.opened') });
    } catch (error) {
      tellFault(error, t);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="only-screen" aria-labelledby="feeds">
      <h2 id="feeds">{t('feeds.title')}</h2>
      <p className="quiet-text">{t('feeds.why')}</p>
      <div className="actions">
        <button type="button" disabled={busy} onClick={() => void open('mine')}>
          {t('feeds.mine')}
        </button>
        <button type="button" disabled={busy} onClick={() => void open('body')}>
          {t('feeds.body')}
        </button>
      </div>
      {fresh !== undefined && <Fresh address={fresh} />}
      <Wait for={feeds} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet-text">{t('feeds.none')}</p>
          ) : (
            <ul className="rows">
              {items.map((feed) => (
                <Row key={feed.id} feed={feed} />
              ))}
            </ul>
          )
        }
      </Wait>
    </section>
  );
}

function Fresh({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  return (
    <div className="fresh" role="status">
      <label>
        {t('feeds.address')}
        <input readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" onClick={() => void copy(address, t('app.copied'), t('feeds.copyByHand'))}>
        {t('app.copyLink')}
      </button>
      <p className="hint">{t('feeds.once')}</p>
    </div>
  );
}

function Row({ feed }: { readonly feed: Feed }) {
  const { t } = useTranslation();
  const done = useDone();
  const { timeZone } = useMe();
  const revoke = (): void => {
    send('/api/feeds/{id}/revoke', { path: { id: feed.id }, body: {}, revision: feed.revision })
      .then(() => done({ text: t('feeds.revokedNow'), detail: t('feeds.noUndo') }))
      .catch((error: unknown) => tellFault(error, t));
  };
  return (
    <li className="row">
      <div className="row-main">
        <p className="row-title">
          {feed.scope.text}
          {feed.body && (
            <>
              : <Own>{feed.body.name ?? feed.body.id}</Own>
            </>
          )}
        </p>
        <p className="far">
          {t('feeds.openedOn')} <Day day={dayOf(feed.opened, timeZone)} far={false} />
          {feed.revoked !== undefined && (
            <>
              {' '}
              · {t('feeds.revokedOn')} <Day day={dayOf(feed.revoked, timeZone)} far={false} />
            </>
          )}
        </p>
      </div>
      {feed.revoked === undefined && (
        <button type="button" className="quiet" onClick={revoke}>
          {t('feeds.revoke')}
        </button>
      )}
    </li>
  );
}
