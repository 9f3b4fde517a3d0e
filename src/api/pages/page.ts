import type { Language } from '../../domain/person/events.js';
import { escapeHtml } from '../../reminders/letters/html.js';

/** A piece of HTML that is safe as it is. */
export interface Html {
  readonly html: string;
}

type Piece = string | Html | readonly Piece[] | undefined | false;

const render = (piece: Piece): string =>
  piece === undefined || piece === false
    ? ''
    : typeof piece === 'string'
      ? escapeHtml(piece)
      : 'html' in piece
        ? piece.html
        : piece.map(render).join('');

/** HTML from a template: everything put into it is escaped unless it is {@link Html} itself. */
export const markup = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  html: strings.reduce((text, part, at) => `${text}${render(pieces[at - 1])}${part}`),
});

const style = `
:root{color-scheme:light dark;--ink:#1c2426;--soft:#525b5e;--ground:#fbfaf7;--paper:#fff;--line:#dcd8cf;--edge:#767067;--accent:#0b5563;--on-accent:#fff;--warn:#a3261b;--sans:-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--ink:#e9eeee;--soft:#a9b6ba;--ground:#14191b;--paper:#1b2225;--line:#354045;--edge:#8b989d;--accent:#7fd0df;--on-accent:#07252b;--warn:#ff9d8f}}
*{box-sizing:border-box}
body{margin:0;overflow-wrap:anywhere;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 var(--sans)}
main{max-width:40rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:clamp(1.6rem,1.2rem + 1.6vw,2.1rem);line-height:1.15;letter-spacing:-.015em;font-weight:650;margin:0 0 .5rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
p{margin:0 0 1rem}
.from,.hint{color:var(--soft);font-size:.95rem}
blockquote{margin:1.5rem 0;padding:.25rem 0 .25rem 1rem;border-left:4px solid var(--accent);font:1.15rem/1.6 Charter,"Bitstream Charter",Cambria,Georgia,serif}
blockquote .from,blockquote strong{font-family:var(--sans)}
dl{display:grid;grid-template-columns:8rem 1fr;gap:.5rem 1rem;margin:1.5rem 0}
dt{color:var(--soft)}dd{margin:0}
@media (max-width:30rem){dl{grid-template-columns:1fr}dt{margin-top:.5rem}}
form{margin:2rem 0;padding:1.5rem;background:var(--paper);border:1px solid var(--line);border-radius:8px}
label{display:block;font-weight:600;margin-bottom:.25rem}
textarea{width:100%;min-height:7rem;padding:.75rem;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:8px}
button{margin-top:1rem;padding:.75rem 1.75rem;font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:2px solid transparent;border-radius:8px;cursor:pointer}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,textarea:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
ul{padding-left:1.25rem}li{margin:.25rem 0}
.error{color:var(--warn);font-weight:600}
.answer{font-size:1.25rem;font-weight:600;margin:0 0 1rem}
`;

/** A whole page: no script, nothing fetched, not to be indexed. */
export const page = (language: Language, title: string, content: Html): string =>
  `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} – Beslutslogg</title>
<style>${style}</style>
</head>
<body>
<main>
${content.html}
</main>
</body>
</html>
`;

/** The headers of a page that only its reader should ever see. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
} as const;
