/** The values that both databases store unchanged. */
export type Bindable = null | string | number | bigint | Uint8Array;

/**
 * Refuses everything else. `node:sqlite` reads a leading object as *named* parameters and silently shifts the others; `pg`
 * writes a Date or an object as text.
 *
 * @throws TypeError a mistake in our code, never an outage
 */
export function bindable(values: readonly unknown[]): readonly Bindable[] {
  if (!values.every(isBindable)) {
    const offender = values.find((value) => !isBindable(value));
    throw new TypeError(`cannot store a ${Object.prototype.toString.call(offender).slice(8, -1)}`);
  }
  return values;
}

function isBindable(value: unknown): value is Bindable {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Uint8Array
  );
}
