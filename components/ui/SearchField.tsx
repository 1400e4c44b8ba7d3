import type { Ref } from "preact";
import { Icon } from "./Icon.tsx";

interface Props {
  field: Ref<HTMLInputElement>;
  label: string;
  value: string;
  onType: (query: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** The search field above a list. */
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
