const order =
  '\t\n\v\f\r _-–—,;:!¡?¿.…·\'"«»()[]{}§¶@*/\\&#%‰†•`´^¯¨°©®→+±÷×<=>¬|¦~−¤¢$£¥€' +
  '0123456789abcdefghijklmnopqrstuvwxyzåäö';
const accents = '\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304\u0335';

/** Letters and signs that sort as others do, with what tells them apart: an accent of their own, or only a style. */
const alike: Readonly<Record<string, readonly [as: string, accent: string, styled?: boolean]>> = {
  ü: ['y', '\ue000'],
  ű: ['y', '\ue001'],
  đ: ['d', '\ue000'],
  ð: ['d', '\ue001'],
  æ: ['ä', '\ue000'],
  ø: ['ö', '\ue000'],
  ő: ['ö', '\ue001'],
  œ: ['ö', '\ue002'],
  ô: ['ö', '\ue003'],
  ł: ['l', '\u0335'],
  ß: ['ss', '', true],
  þ: ['th', '', true],
  '‘': ["'", '\ue000'],
  '’': ["'", '\ue001'],
  '“': ['"', '\ue000'],
  '”': ['"', '\ue001'],
  '„': ['"', '\ue002'],
  '\u00a0': [' ', '', true],
  '\u2011': ['-', '', true],
};

const separator = '\u0001';
const plain = '\u0002';
const marked = '\u0003';

const weightOf = new Map([...order].map((sign, at) => [sign, String.fromCharCode(at + 2)]));
const accentOf = new Map([...accents].map((accent, at) => [accent, String.fromCharCode(at + 3)]));

interface Weights {
  readonly letters: string;
  readonly accents: string;
  readonly styles: string;
}

const nothing: Weights = { letters: '', accents: '', styles: '' };
const known = new Map<string, Weights>();

/**
 * A text whose plain code point order is the order of Swedish words: å, ä and ö last, é as e, ü as y, accents and case
 * deciding only between words that are otherwise alike. Signs beyond Latin sort last, by code point.
 */
export function swedishSortKey(text: string): string {
  let letters = '';
  let accents = '';
  let styles = '';
  for (const sign of text.normalize('NFC')) {
    const weights = weigh(sign);
    letters += weights.letters;
    accents += weights.accents;
    styles += weights.styles;
  }
  return [letters, withoutTail(accents), withoutTail(styles)].join(separator);
}

function weigh(sign: string): Weights {
  const seen = known.get(sign);
  if (seen) return seen;
  const weights = analyse(sign);
  if (sign < '\u0250') known.set(sign, weights);
  return weights;
}

function analyse(sign: string): Weights {
  if (/[\p{Cf}\p{Cc}]/u.test(sign) && !weightOf.has(sign)) return nothing;
  const small = sign.toLowerCase();
  const style = small === sign ? plain : marked;
  let letters = '';
  let accents = '';
  let styles = '';
  for (const part of takenApart(small)) {
    const accent = accentOf.get(part) ?? (/\p{M}/u.test(part) ? part : undefined);
    if (accent !== undefined) {
      accents += accent;
      styles += plain;
      continue;
    }
    const [as, own, styled] = alike[part] ?? [part, ''];
    for (const letter of as) letters += weightOf.get(letter) ?? letter;
    accents += plain.repeat(as.length) + own;
    styles += (styled ? marked : style).repeat(as.length);
  }
  return { letters, accents, styles };
}

/** The letter and its accents; å, ä, ö and the letters that have a place of their own stay whole. */
const takenApart = (small: string): string =>
  alike[small]
    ? small
    : small
        .normalize('NFD')
        .replace(/a\u030a|[aou]\u0308|[ou]\u030b|o\u0302/gu, (pair) => pair.normalize('NFC'));

function withoutTail(marks: string): string {
  let end = marks.length;
  while (end > 0 && marks[end - 1] === plain) end -= 1;
  return marks.slice(0, end);
}
