/* Is everyone out? This keeps one page, and what it is drawn with, on the tablet: rooms, beds and numbers. When the house
   does not answer, or asks who one is, the copy of the last minute is shown. Nothing else is ever kept. */
"use strict";

const KEPT = "everyone-out";
const PAGE = "/nights/out/";
const PATIENCE = 3000;

const kept = async (request) => {
  const found = await (await caches.open(KEPT)).match(request, { ignoreSearch: true, ignoreVary: true });
  if (!found) return Response.error();
  if (!found.headers.get("Content-Type")?.startsWith("text/html")) return found;
  /* The copy says that it is one. */
  const page = (await found.text()).replace("<html", "<html data-kept");
  return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8", ...policyOf(found) } });
};

const policyOf = (answer) => {
  const policy = answer.headers.get("Content-Security-Policy");
  return policy ? { "Content-Security-Policy": policy } : {};
};

const fresh = async (request) => {
  const late = new Promise((resolve, reject) => setTimeout(reject, PATIENCE));
  const answer = await Promise.race([fetch(request), late]);
  if (!answer.ok || answer.redirected || answer.type === "opaqueredirect") throw new Error("not the page");
  await (await caches.open(KEPT)).put(new URL(request.url).pathname, answer.clone());
  return answer;
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || (pathname !== PAGE && !pathname.startsWith("/static/"))) return;
  event.respondWith(fresh(event.request).catch(() => kept(event.request)));
});
