import type { Ref } from "preact";
import { Icon } from "./Icon.tsx";

interface Props {
  field: Ref<HTMLInputElement>;
  label: string;
  value: string;
  onType: (typed: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** The field at the head of a page in which what is listed below it is searched. */
export function SearchField({ field, label, value, onType, onKeyDown }: Props) {
  return (
    <div class="field">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={label}
        aria-label={label}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
