import { Page } from '../../app/parts';
import { useLanguage } from '../../app/place';
import { texts } from './texts';

/** How accessible the pages are, what is not, and where to turn: what the law asks to be told. */
export function Component() {
  const { title, lead, parts } = texts[useLanguage()];
  return (
    <Page title={title} lead={lead}>
      {parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          {part.texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {part.link !== undefined && (
            <p>
              <a href={part.link}>{part.link}</a>
            </p>
          )}
        </section>
      ))}
    </Page>
  );
}
