/* As long as the board is open, the page "Is everyone out?" of this minute is kept on the tablet. */
"use strict";

(() => {
  const KEPT = "everyone-out";
  const PAGE = "/nights/out/";
  const MINUTE = 60000;
  if (!window.caches || !window.isSecureContext) return;

  const keep = async () => {
    const answer = await fetch(PAGE, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const cache = await caches.open(KEPT);
    /* What the page is drawn with comes first: a page that is kept is kept whole. */
    const drawn = Array.from((await answer.clone().text()).matchAll(/(?:href|src)="(\/static\/[^"#?]+)"/g), ([, link]) => link);
    await Promise.all(drawn.map(async (link) => (await cache.match(link)) ?? cache.add(link)));
    await cache.put(PAGE, answer);
  };
  const quietly = () => keep().catch(() => {});
  quietly();
  setInterval(quietly, MINUTE);
})();
