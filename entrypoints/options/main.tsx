import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Options, type BrowserKey } from "../../components/options/Options.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { browserKeys, openBrowserKeys } from "../../utils/extension/browser-keys.ts";
import { deleteEverything, keptData, keptQuotes } from "../../utils/extension/kept-data.ts";
import { WRITING } from "../../utils/quote/formats/writing.ts";
import {
  offSites,
  placing,
  PLACING,
  quotesChanged,
  reading,
  READING,
  writing,
} from "../../utils/settings.ts";
import { allSites } from "../../utils/sites/sites.ts";

const SITES = allSites();
const NOTHING = { bytes: 0, corrections: 0, taps: 0 };
const NO_QUOTES = { bytes: 0, quotes: 0 };

/** What is kept under a setting, as it is now; null until that is known. */
function useKept<T>(item: { getValue(): Promise<T>; watch(tell: (value: T) => void): () => void }): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    void item.getValue().then(setValue);
    return item.watch(setValue);
  }, [item]);
  return value;
}

function Page() {
  const looks = useKept(reading);
  const places = useKept(placing);
  const off = useKept(offSites);
  const how = useKept(writing);
  const [kept, setKept] = useState(NOTHING);
  const [quotes, setQuotes] = useState(NO_QUOTES);
  const [keys, setKeys] = useState<BrowserKey[]>([]);
  useEffect(() => void keptData().then(setKept), [looks, places, off, how]);
  useEffect(() => {
    const weigh = () => void keptQuotes().then(setQuotes);
    weigh();
    return quotesChanged.watch(weigh);
  }, []);
  useEffect(() => void browserKeys().then(setKeys), []);
  useEffect(() => {
    if (looks) document.documentElement.style.setProperty("--size", `${looks.size}px`);
  }, [looks]);
  if (!looks || !places || !off || !how) return null;
  return (
    <Options
      reading={{ ...READING, ...looks }}
      onReading={(next) => void reading.setValue(next)}
      placing={{ ...PLACING, ...places }}
      onPlacing={(next) => void placing.setValue(next)}
      writing={{ ...WRITING, ...how }}
      onWriting={(next) => void writing.setValue(next)}
      sites={SITES}
      off={off}
      onOff={(site, isOff) => void offSites.setValue({ ...off, [site]: isOff })}
      kept={{ ...kept, quotes: quotes.quotes, bytes: kept.bytes + quotes.bytes }}
      onDelete={async () => {
        const deleted = await deleteEverything();
        setKept(await keptData());
        setQuotes(await keptQuotes());
        return deleted;
      }}
      keys={keys}
      onKeys={() => void openBrowserKeys()}
    />
  );
}

followSystemTheme(window);
document.documentElement.lang = navigator.language;
render(<Page />, document.body);
