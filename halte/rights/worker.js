/* The guide without a network. This keeps pages of the guide, and what they are drawn with: the same bytes for every
   reader, asked for without a cookie. Nothing about a person, no question typed, is ever kept. */
"use strict";

const KEPT = "guide";
/* Voices are large, and asked for in parts: not kept. */
const OURS = /^\/(guide(?!\/voice\/)|static)\//;
const LANGUAGE = /^\/guide\/[a-z]+\//;
const LINKS = /(?:href|src)="(\/(?:guide|static)\/[^"#?]+)"/g;
const whole = new Set();

/* A small phone has little room: copies lie packed. */
const PACKED = "X-Packed";
const pack = (answer) => {
  if (typeof CompressionStream === "undefined" || !answer.body) return answer;
  const headers = new Headers(answer.headers);
  headers.set(PACKED, "gzip");
  return new Response(answer.body.pipeThrough(new CompressionStream("gzip")), { headers });
};
const unpack = (kept) => {
  if (!kept?.headers.has(PACKED)) return kept;
  const headers = new Headers(kept.headers);
  headers.delete(PACKED);
  return new Response(kept.body.pipeThrough(new DecompressionStream("gzip")), { headers });
};

const fetched = async (path, question = "") => {
  const answer = await fetch(path + question, { cache: "no-cache", credentials: "omit" });
  if (answer.redirected) return Response.redirect(answer.url);
  if (question) return answer;
  const kept = await caches.open(KEPT);
  if (answer.status === 200) await kept.put(path, pack(answer.clone()));
  if (answer.status === 404) await kept.delete(path);
  return answer;
};

/* Whoever opens one page of a language can read all its pages later. */
const keepLanguageOf = async (path) => {
  const [home] = path.match(LANGUAGE) ?? [];
  if (!home || whole.has(home)) return;
  whole.add(home);
  try {
    const list = (await (await fetched(home)).text()) + (await (await fetched(`${home}search/`)).text());
    const links = [...new Set(Array.from(list.matchAll(LINKS), ([, link]) => link)), `${home}search.json`];
    const wanted = links.filter((link) => link !== home && (link.startsWith(home) || link.startsWith("/static/")));
    await Promise.all(wanted.map((link) => fetched(link)));
  } catch {
    whole.delete(home);
  }
};

/* A page says on which day it was saved. */
const saved = async (answer) => {
  if (!answer.headers.get("Content-Type")?.startsWith("text/html")) return answer;
  const on = new Date(answer.headers.get("Date") ?? "");
  const page = await answer.text();
  const { headers, status } = answer;
  if (Number.isNaN(on.getTime())) return new Response(page, { headers, status });
  return new Response(page.replace("<html ", `<html data-saved="${on.toISOString()}" `), { headers, status });
};

/* What a phone kept, else the topics of a language that it kept, else nothing. */
const keptCopy = async (path) => {
  const kept = await caches.open(KEPT);
  const same = unpack(await kept.match(path));
  if (same) return saved(same);
  if (!path.startsWith("/guide/")) return Response.error();
  for (const { url } of await kept.keys()) {
    const { pathname } = new URL(url);
    if (pathname.match(LANGUAGE)?.[0] === pathname) return Response.redirect(pathname);
  }
  return Response.error();
};

const pathsOnScreen = async () => {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  return pages.map(({ url }) => new URL(url).pathname).filter((path) => OURS.test(path));
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(pathsOnScreen().then((paths) => Promise.all(paths.map(keepLanguageOf))));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { origin, pathname, search } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin || !OURS.test(pathname)) return;
  event.respondWith(fetched(pathname, search).catch(() => keptCopy(pathname)));
  event.waitUntil(keepLanguageOf(pathname));
});
