interface Props<T extends string | number> {
  /** Of the group, once on a page. */
  name: string;
  legend: string;
  values: readonly (readonly [T, string])[];
  value: T;
  onChoose: (value: T) => void;
}

/** One of a few values, as a row of buttons. */
export function Choice<T extends string | number>({ name, legend, values, value, onChoose }: Props<T>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {values.map(([each, label]) => (
        <label key={label}>
          <input type="radio" name={name} checked={each === value} onChange={() => onChoose(each)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
