type Field = HTMLInputElement | HTMLTextAreaElement;

/** Frames in a row for which a field must hold its words before they count as heard, and the most that are waited for. */
const enough = 3;
const most = 1_200;

/** React leaves this mark on the fields it has taken over. */
const alive = (field: Field): boolean => '_valueTracker' in field;

/** Writes in a field as somebody who types does. Two steps: React passes over what it takes for no change. */
function type(field: Field, text: string): void {
  field.value = '';
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value');
  own?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Keeps what is typed in the fields of a page that the server drew until the page answers to keys, and types it again then.
 * To be called before `root` is taken over.
 */
export function keepTyped(root: Element): void {
  const fields = new Set(
    root.querySelectorAll<Field>('input:not([type=radio], [type=checkbox], [tabindex="-1"]), textarea'),
  );
  const words = new Map<Field, string>();
  const held = new Map<Field, number>();
  for (const field of fields) if (field.value !== field.defaultValue) words.set(field, field.value);
  const onInput = ({ target, isTrusted }: Event): void => {
    for (const field of fields) if (isTrusted && field === target) words.set(field, field.value);
  };
  document.addEventListener('input', onInput, true);
  let frames = 0;
  const look = (): void => {
    frames += 1;
    for (const field of fields) {
      const text = words.get(field);
      const frame = held.get(field) ?? 0;
      if (!field.isConnected || frame >= enough) fields.delete(field);
      else if (alive(field)) {
        const lost = text !== undefined && (frame === 0 || field.value !== text);
        if (lost) type(field, text);
        held.set(field, lost && frame > 0 ? 1 : frame + 1);
      }
    }
    if (fields.size > 0 && frames < most) requestAnimationFrame(look);
    else document.removeEventListener('input', onInput, true);
  };
  requestAnimationFrame(look);
}
