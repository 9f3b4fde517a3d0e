interface Part {
  readonly text: string;
  /** Set when the text is an address of the web. */
  readonly href?: string;
}

/** A text in parts: what is an address of the web, and what stands between. */
export function linked(text: string): readonly Part[] {
  return text
    .split(/(https?:\/\/[^\s<>")]+[^\s<>").,;:!?])/)
    .map((part, at): Part => (at % 2 === 1 ? { text: part, href: part } : { text: part }))
    .filter((part) => part.text !== '');
}
