import type { CatalogEpisode } from "../../utils/library/facts.ts";
import type { Result } from "../../utils/result.ts";
import { failureText } from "../ui/failure-text.ts";
import { Notice } from "../ui/Notice.tsx";

interface Props {
  catalog: Result<CatalogEpisode[]> | null;
}

const SITES: { [site: string]: string } = {
  youtube: "YouTube",
  learnbayesstats: "learnbayesstats.com",
  captivate: "Captivate player",
  wandb: "wandb.ai",
  lexfridman: "lexfridman.com",
  twiml: "twimlai.com",
};

/** What Earmark does, where to try it, and what it may see. */
export function Welcome({ catalog }: Props) {
  return (
    <main>
      <div class="brand">
        <img src="/icon/128.png" alt="" width="64" height="64" />
        <h1>Welcome to Earmark</h1>
      </div>
      <p>Earmark is for people who listen to podcasts and talks to learn.</p>
      <dl>
        <dt>Read</dt>
        <dd>
          On the page of an episode a small tab says “Transcript”. It opens the text beside the player,
          follows what is being said, and a click on a time jumps there.
        </dd>
        <dt>Find</dt>
        <dd>
          The Earmark icon in the toolbar searches every episode and opens the very moment. Its sign tells
          what the page is: ✓ has a transcript, – is a show without one here, ! means the browser withholds
          access.
        </dd>
        <dt>Quote</dt>
        <dd>Any paragraph can be copied with speaker, episode, time and a link that lands there.</dd>
      </dl>
      <h2>Try it on these episodes</h2>
      {catalog && !catalog.ok && <Notice text={failureText(catalog.reason)} />}
      <ul class="episodes">
        {catalog?.ok && catalog.value.map((episode) => <Episode key={episode.id} {...episode} />)}
      </ul>
      <h2>What Earmark may see</h2>
      <p>
        Earmark runs on YouTube and on the sites of these shows: learnbayesstats.com, player.captivate.fm,
        wandb.ai, lexfridman.com and twimlai.com. It also starts where a player of YouTube or Captivate stands
        in another page. Of all else it sees nothing, unless you click its icon there. It reads the address
        and title of a page to know the episode, and follows and steers the player when you ask it to.
      </p>
      <p>
        Nothing you read, search or copy leaves your browser. There is no account and no server; the
        transcripts are part of the extension. Your browser keeps the corrections you make and on which sites
        you had the panel open and, until it is closed, which tab shows which episode.
      </p>
    </main>
  );
}

function Episode({ title, show, number, hosts, guests, links }: CatalogEpisode) {
  return (
    <li>
      <p>
        <strong>{title}</strong>
      </p>
      <p class="quiet">
        {show}
        {number !== null && ` ${number}`} · {[...hosts, ...guests].join(", ")}
      </p>
      <p class="links">
        {links.map(({ site, url }) => (
          <a key={url} href={url}>
            {SITES[site] ?? site}
          </a>
        ))}
      </p>
    </li>
  );
}
