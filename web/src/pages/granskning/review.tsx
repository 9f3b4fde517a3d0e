import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useGet } from '../../api/client';
import { Lost } from '../../app/lost';
import { A, Said, Skeleton } from '../../app/parts';
import { ReviewContext, useAddress, useLanguage, useMoment, usePast, useReview } from '../../app/place';
import { KeepingOf, NameForm, reviewOf, type Saved, useKeeping, useSaved } from '../../app/views';
import { longDate } from '../../i18n/dates';

/** Answers what is inside from the log of a saved review, when the address names one, and says so above it. */
export function InReview({ children }: { readonly children: ReactNode }) {
  const [params] = useSearchParams();
  const id = params.get('granskning');
  return id === null ? <>{children}</> : <Opened key={id} id={id} children={children} />;
}

function Opened({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const found = useGet('/api/views/{id}', { path: { id } });
  const saved = found.data;
  const on = saved?.asked?.on;
  const context = useMemo(() => (on === undefined ? undefined : { review: id, on }), [id, on]);
  if (saved && !saved.asked) return <Lost what="review" />;
  if (found.error && !saved) return <Lost what="review" error={found.error} />;
  if (!saved || !context) return <Skeleton lines={8} />;
  return (
    <ReviewContext value={context}>
      <Banner saved={saved} />
      {children}
    </ReviewContext>
  );
}

/** Which review one looks at, and what of it is frozen. */
function Banner({ saved }: { readonly saved: Saved }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const momentOf = useMoment();
  const [, change] = useAddress();
  if (!saved.asked) return null;
  return (
    <aside className="review" aria-labelledby="review">
      <p id="review" className="review-name">
        <Said>{t('reviews.banner', { name: saved.name })}</Said>
      </p>
      <p>
        {t('reviews.frozen', { at: momentOf(saved.asked.at), on: longDate(saved.asked.on, language) })}{' '}
        {t('reviews.notFrozen')} {!saved.shared && t('reviews.own')} {saved.removed && t('reviews.removed')}
      </p>
      <div className="actions">
        <button type="button" onClick={() => change({ granskning: undefined }, true)}>
          {t('reviews.askToday')}
        </button>
        {!saved.removed && <KeepingOf saved={saved} />}
      </div>
    </aside>
  );
}

/** Saves the question that the page asks, with the log as it is; then shows it as it will always be shown. */
export function KeepReview() {
  const { t } = useTranslation();
  const { review } = useReview();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { save } = useKeeping();
  const [naming, setNaming] = useState(false);
  const past = usePast();
  if (review !== undefined || past) return null;
  return (
    <section className="report only-screen" aria-labelledby="keep">
      <h2 id="keep">{t('reviews.keep')}</h2>
      <p>{t('reviews.how')}</p>
      {naming ? (
        <NameForm
          label={t('reviews.name')}
          onSave={async (name, shared) => {
            const id = await save(name, `${pathname}${search}`, shared);
            await navigate(reviewOf(`${pathname}${search}`, id));
          }}
          onCancel={() => setNaming(false)}
        />
      ) : (
        <p>
          <button type="button" onClick={() => setNaming(true)}>
            {t('reviews.save')}
          </button>
        </p>
      )}
    </section>
  );
}

/** The reviews that are saved in the body, and one's own. */
export function SavedReviews() {
  const { t } = useTranslation();
  const momentOf = useMoment();
  const saved = useSaved().flatMap((one) => (one.asked ? [{ ...one, asked: one.asked }] : []));
  return (
    <section className="report" aria-labelledby="reviews">
      <h2 id="reviews">{t('reviews.title')}</h2>
      {saved.length === 0 ? (
        <p className="quiet-text">{t('reviews.none')}</p>
      ) : (
        <ul className="rows">
          {saved.map((one) => (
            <li key={one.id} className="row">
              <div className="row-main">
                <A own to={reviewOf(one.address, one.id)} className="row-title">
                  {one.name}
                </A>
                <span className="far">
                  {t('reviews.askedAt', { at: momentOf(one.asked.at) })}
                  {!one.shared && ` · ${t('views.own')}`}
                </span>
              </div>
              <div className="actions">
                <KeepingOf saved={one} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
