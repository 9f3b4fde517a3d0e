import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schemas, useGet, usePages } from '../../api/client';
import { More, Nothing } from '../../app/grow';
import { A, Fault, Page, Skeleton, Wait } from '../../app/parts';
import { useAddress, useMe, useMoment, useRoles } from '../../app/place';
import { linked } from './links';
import './utkorgen.css';

/** The mails that were kept instead of sent, and one of them as its reader sees it. */
export function Component() {
  const { t } = useTranslation();
  const roles = useRoles();
  const { demo } = useMe();
  const mayRead = roles.includes('secretary') || roles.includes('admin');
  return (
    <Page
      title={t('pages.utkorgen')}
      lead={`${t('outbox.lead')} ${t(demo ? 'outbox.inDemo' : 'outbox.kept')}`}
      actions={
        <A to="/paminnelser" className="button">
          {t('overview.toPlan')}
        </A>
      }
    >
      {mayRead ? (
        <Mails />
      ) : (
        <Nothing title={t('outbox.others')} why={demo ? t('outbox.othersDemo') : t('outbox.othersWhy')} />
      )}
    </Page>
  );
}

function Mails() {
  const { t } = useTranslation();
  const time = useMoment();
  const [params] = useAddress();
  const { items, result } = usePages('/api/outbox', { query: { limit: 100 } });
  if (result.isPending) return <Skeleton lines={8} />;
  if (result.error && !result.data) return <Fault error={result.error} again={() => void result.refetch()} />;
  if (items.length === 0) return <Nothing title={t('outbox.none')} why={t('outbox.noneWhy')} />;
  const chosen = params.get('brev') ?? items[0]?.id ?? '';
  const shape = params.get('som') === 'text' ? 'text' : 'html';
  return (
    <div className="outbox">
      <nav className="outbox-list" aria-label={t('outbox.mails')}>
        <ul>
          {items.map(({ id, at, to, subject, language }) => (
            <li key={id}>
              <A
                to={`?brev=${id}${shape === 'text' ? '&som=text' : ''}`}
                preventScrollReset
                aria-current={id === chosen ? 'true' : undefined}
              >
                <span className="outbox-subject" lang={language}>
                  {subject}
                </span>
                <span className="far">
                  {t('outbox.toWhom', { name: to.name ?? to.id })} · {time(at)}
                </span>
              </A>
            </li>
          ))}
        </ul>
        <More result={result} />
      </nav>
      <Mail key={chosen} id={chosen} shape={shape} />
    </div>
  );
}

function Mail({ id, shape }: { readonly id: string; readonly shape: 'html' | 'text' }) {
  const mail = useGet('/api/outbox/{id}', { path: { id } });
  return <Wait for={mail}>{(found) => <Letter mail={found} shape={shape} />}</Wait>;
}

function Letter({
  mail,
  shape,
}: {
  readonly mail: Schemas['KeptMailView'];
  readonly shape: 'html' | 'text';
}) {
  const { t } = useTranslation();
  const time = useMoment();
  const [params, change] = useAddress();
  const article = useRef<HTMLElement>(null);
  const asked = params.has('brev');
  useEffect(() => {
    if (asked) article.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  return (
    <article ref={article} className="outbox-mail" aria-labelledby="letter">
      <h2 id="letter" lang={mail.language}>
        {mail.subject}
      </h2>
      <dl className="outbox-head">
        <div>
          <dt>{t('outbox.to')}</dt>
          <dd>
            {mail.to.name ?? mail.to.id} <span className="far">{mail.address}</span>
          </dd>
        </div>
        {mail.replyTo !== undefined && (
          <div>
            <dt>{t('outbox.replyTo')}</dt>
            <dd>{mail.replyTo}</dd>
          </div>
        )}
        <div>
          <dt>{t('outbox.at')}</dt>
          <dd>{time(mail.at)}</dd>
        </div>
      </dl>
      <div className="actions" role="group" aria-label={t('outbox.shape')}>
        {(['html', 'text'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={shape === one}
            onClick={() => change({ brev: mail.id, som: one === 'text' ? 'text' : undefined })}
          >
            {t(`outbox.shapes.${one}`)}
          </button>
        ))}
      </div>
      {shape === 'html' ? (
        <iframe
          className="outbox-paper"
          title={t('outbox.paper')}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={opensBeside(mail.html)}
        />
      ) : (
        <pre className="outbox-text" tabIndex={0} lang={mail.language}>
          {linked(mail.text).map((part, at) =>
            part.href === undefined ? (
              part.text
            ) : (
              <a key={at} href={part.href} target="_blank" rel="noreferrer">
                {part.text}
              </a>
            ),
          )}
        </pre>
      )}
      {mail.calendar !== undefined && (
        <details>
          <summary>{t('outbox.calendar')}</summary>
          <pre className="outbox-text" tabIndex={0} lang={mail.language}>
            {mail.calendar}
          </pre>
        </details>
      )}
    </article>
  );
}

/** Links of a mail open beside the page: inside its frame the service refuses to be shown. */
const opensBeside = (html: string): string => html.replace(/<head[^>]*>/i, '$&<base target="_blank">');
