import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Options, type BrowserKey } from "../../components/options/Options.tsx";
import { followSystemTheme } from "../../components/ui/theme.ts";
import { browserKeys, openBrowserKeys } from "../../utils/extension/browser-keys.ts";
import { lookAnew } from "../../utils/extension/current-tab.ts";
import { follow } from "../../utils/extension/follow.ts";
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

/** What is kept under a setting, null until that is known, and how it is changed. */
function useKept<T>(item: Parameters<typeof follow<T>>[0]): [T | null, (next: T) => Promise<void>] {
  const [value, setValue] = useState<T | null>(null);
  const keep = useRef<ReturnType<typeof follow<T>> | null>(null);
  useEffect(() => {
    const left = new AbortController();
    keep.current = follow(item, left.signal, () => {}, setValue);
    return () => left.abort();
  }, [item]);
  return [value, async (next) => keep.current?.(next)];
}

function Page() {
  const [looks, keepLooks] = useKept(reading);
  const [places, keepPlaces] = useKept(placing);
  const [off, keepOff] = useKept(offSites);
  const [how, keepHow] = useKept(writing);
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
      onReading={(next) => void keepLooks(next)}
      placing={{ ...PLACING, ...places }}
      onPlacing={(next) => void keepPlaces(next)}
      writing={{ ...WRITING, ...how }}
      onWriting={(next) => void keepHow(next)}
      sites={SITES}
      off={off}
      onOff={(site, isOff) => void keepOff({ ...off, [site]: isOff }).then(lookAnew)}
      kept={{ ...kept, quotes: quotes.quotes, bytes: kept.bytes + quotes.bytes }}
      onDelete={async () => {
        const deleted = await deleteEverything();
        await lookAnew();
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
