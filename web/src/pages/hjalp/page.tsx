import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { A, Page, Tabs } from '../../app/parts';
import { useLanguage, useRoles } from '../../app/place';
import { texts } from './texts';

const roles = ['chair', 'secretary', 'responsible', 'auditor'] as const;
const paths = {
  chair: 'ordforande',
  secretary: 'sekreterare',
  responsible: 'ansvarig',
  auditor: 'revisor',
} as const;

/** One page of help per role. */
export function Component() {
  const { t } = useTranslation();
  const { role: asked } = useParams();
  const mine = useRoles();
  const role =
    roles.find((one) => paths[one] === asked) ?? roles.find((one) => mine.includes(one)) ?? 'chair';
  const help = texts[useLanguage()];
  const { steps } = help[role];
  return (
    <Page title={t('pages.hjalp')} lead={t(`signIn.${role}`)}>
      <Tabs
        names={roles}
        current={role}
        text={(one) => t(`role.${one}`)}
        to={(one) => `/hjalp/${paths[one]}`}
        label={{ 'aria-label': t('pages.hjalp') }}
      />
      <ol className="agenda">
        {steps.map(({ title, text, to }) => (
          <li key={title}>
            <p className="row-title">{to === '' ? title : <A to={to}>{title}</A>}</p>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <section aria-labelledby="always">
        <h2 id="always">{help.always.title}</h2>
        <ul className="plain-list">
          {help.always.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
