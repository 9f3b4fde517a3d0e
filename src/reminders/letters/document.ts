import type { Language } from '../../domain/person/events.js';
import { escapeHtml, webAddress } from './html.js';

/** A link with the words it is read by. */
export interface MailLink {
  readonly text: string;
  readonly url: string;
}

/** A part of a mail, the same in its text and its HTML. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly link?: string }
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly from?: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'actions'; readonly links: readonly MailLink[] }
  | {
      readonly kind: 'list';
      readonly items: readonly { readonly text: string; readonly url?: string; readonly note?: string }[];
    }
  | { readonly kind: 'rule' }
  | { readonly kind: 'small'; readonly text: string; readonly link?: MailLink };

/** What a mail says, in order. `preview` is what a mail program shows after the subject. */
export interface MailDocument {
  readonly language: Language;
  readonly title: string;
  readonly preview: string;
  readonly blocks: readonly Block[];
}

const width = 78;

function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
    let line = '';
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      if (line !== '' && indent.length + line.length + word.length + 1 > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.map((line) => `${indent}${line}`.trimEnd()).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${wrap(block.text)}\n${'='.repeat(Math.min(width, block.text.length))}${block.link === undefined ? '' : `\n${webAddress(block.link)}`}`;
    case 'section':
      return `${block.text}\n${'-'.repeat(Math.min(width, block.text.length))}`;
    case 'text':
      return wrap(block.text);
    case 'quote':
      return `${wrap(`”${block.text}”`, '  ')}${block.from === undefined ? '' : `\n${wrap(`– ${block.from}`, '  ')}`}`;
    case 'facts':
      return block.facts.map(([label, value]) => wrap(`${label}: ${value}`)).join('\n');
    case 'actions':
      return block.links.map(({ text, url }) => `${text}:\n${webAddress(url)}`).join('\n\n');
    case 'list':
      return block.items
        .map(
          ({ text, url, note }) =>
            `${wrap(`* ${text}`)}${note === undefined ? '' : `\n${wrap(note, '  ')}`}${url === undefined ? '' : `\n  ${webAddress(url)}`}`,
        )
        .join('\n');
    case 'rule':
      return '-'.repeat(width);
    case 'small':
      return [
        ...(block.text === '' ? [] : [wrap(block.text)]),
        ...(block.link === undefined ? [] : [`${block.link.text}: ${webAddress(block.link.url)}`]),
      ].join('\n');
  }
}

/** The mail as plain text, in lines of at most 78 characters but for addresses. */
export const mailText = ({ blocks }: MailDocument): string => `${blocks.map(blockText).join('\n\n')}\n`;

const font = "font-family:'Segoe UI',Calibri,Arial,sans-serif";
const ink = '#1c2428';
const soft = '#55636b';
const accent = '#0b5a7a';
const line = '#d5dde1';

const cell = (content: string, style = '', attributes = ''): string =>
  `<tr><td${attributes} style="${font};${style}">${content}</td></tr>`;

const anchor = (url: string, text: string, style = ''): string =>
  `<a href="${escapeHtml(webAddress(url))}" class="accent" style="color:${accent};${style}">${escapeHtml(text)}</a>`;

const lines = (text: string): string => escapeHtml(text).replace(/\r?\n/g, '<br>');

function blockHtml(block: Block): string {
  const body = `font-size:16px;line-height:24px;color:${ink};padding:0 0 16px 0`;
  const ofInk = ' class="ink"';
  switch (block.kind) {
    case 'heading':
      return cell(
        block.link === undefined
          ? `<h2 class="ink" style="margin:0;font-size:20px;line-height:28px;font-weight:600;color:${ink}">${escapeHtml(block.text)}</h2>`
          : `<h2 style="margin:0;font-size:20px;line-height:28px;font-weight:600">${anchor(block.link, block.text, 'text-decoration:none')}</h2>`,
        'padding:8px 0 12px 0',
      );
    case 'section':
      return cell(
        `<h3 class="ink" style="margin:0;font-size:17px;line-height:24px;font-weight:600;color:${ink}">${escapeHtml(block.text)}</h3>`,
        'padding:16px 0 8px 0',
      );
    case 'text':
      return cell(lines(block.text), body, ofInk);
    case 'quote':
      return cell(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td width="4" bgcolor="${accent}" style="width:4px;font-size:1px;line-height:1px">&nbsp;</td><td class="ink" style="${font};padding:4px 0 4px 16px;font-size:16px;line-height:24px;color:${ink}">”${lines(block.text)}”${block.from === undefined ? '' : `<br><span class="soft" style="font-size:14px;color:${soft}">${escapeHtml(block.from)}</span>`}</td></tr></table>`,
        'padding:0 0 16px 0',
      );
    case 'facts':
      return cell(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${block.facts
          .map(
            ([label, value]) =>
              `<tr><td class="soft" valign="top" width="150" style="${font};width:150px;padding:0 12px 8px 0;font-size:14px;line-height:22px;color:${soft}">${escapeHtml(label)}</td><td class="ink" valign="top" style="${font};padding:0 0 8px 0;font-size:16px;line-height:22px;color:${ink}">${lines(value)}</td></tr>`,
          )
          .join('')}</table>`,
        'padding:0 0 8px 0',
      );
    case 'actions':
      return cell(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${block.links
          .map(
            ({ text, url }) =>
              `<tr><td class="line" style="${font};border:1px solid ${accent};padding:10px 16px;font-size:16px;line-height:24px">${anchor(url, text, 'text-decoration:none;font-weight:600')}</td></tr><tr><td style="font-size:8px;line-height:8px">&nbsp;</td></tr>`,
          )
          .join('')}</table>`,
        'padding:0 0 8px 0',
      );
    case 'list':
      return cell(
        `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${block.items
          .map(
            ({ text, url, note }) =>
              `<tr><td valign="top" width="20" class="ink" style="${font};width:20px;font-size:16px;line-height:24px;color:${ink}">•</td><td class="ink" valign="top" style="${font};padding:0 0 8px 0;font-size:16px;line-height:24px;color:${ink}">${url === undefined ? escapeHtml(text) : anchor(url, text)}${note === undefined ? '' : `<br><span class="soft" style="font-size:14px;line-height:20px;color:${soft}">${lines(note)}</span>`}</td></tr>`,
          )
          .join('')}</table>`,
        'padding:0 0 8px 0',
      );
    case 'rule':
      return `<tr><td class="line" style="border-top:1px solid ${line};font-size:16px;line-height:16px">&nbsp;</td></tr>`;
    case 'small':
      return cell(
        `${lines(block.text)}${block.link === undefined ? '' : ` ${anchor(block.link.url, block.link.text)}`}`,
        `font-size:14px;line-height:20px;color:${soft};padding:0 0 12px 0`,
        ' class="soft"',
      );
  }
}

const darkMode = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.page{background:#14191c!important}.ink{color:#e8edf0!important}.soft{color:#a9b6bd!important}.accent{color:#7cc4e0!important}.line{border-color:#4c6673!important}}`;

/** The mail as HTML that Outlook's Word engine can lay out: tables, inline styles, nothing fetched. */
export const mailHtml = ({ language, title, preview, blocks }: MailDocument): string =>
  `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><meta name="format-detection" content="telephone=no,date=no,address=no"><title>${escapeHtml(title)}</title><style>${darkMode}</style></head>
<body class="page" style="margin:0;padding:0;background:#ffffff"><div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preview)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="left" style="padding:24px 16px"><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px">
${blocks.map(blockHtml).join('\n')}
</table></td></tr></table></body></html>
`;
