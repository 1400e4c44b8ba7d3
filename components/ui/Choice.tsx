interface Props<T extends string | number> {
  /** Name of the radio group, unique on the page. */
  name: string;
  legend: string;
  values: readonly (readonly [T, string])[];
  value: T;
  onChoose: (value: T) => void;
}

/** A radio group drawn as a row of buttons. */
export function Choice<T extends string | number>({ name, legend, values, value, onChoose }: Props<T>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {values.map(([choice, label]) => (
        <label key={label}>
          <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(choice)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
