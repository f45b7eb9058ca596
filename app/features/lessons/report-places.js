// A part is gone through once its heading and then its end, the next heading, have been on the screen.
const { url } = document.currentScript.dataset;
const parts = [...document.querySelectorAll("[data-part]")];
const end = document.querySelector("[data-end]");
const seen = new Set();
const told = new Set();
let fresh = [];
let timer;
const send = () => {
  clearTimeout(timer);
  const body = new URLSearchParams(fresh.map((heading) => ["heading", heading]));
  if (fresh.length > 0 && navigator.sendBeacon(url, body)) fresh = [];
};
const observer = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) seen.add(entry.target);
  parts.forEach((part, place) => {
    if (told.has(part) || !seen.has(part) || !seen.has(parts[place + 1] ?? end)) return;
    told.add(part);
    fresh.push(part.id);
  });
  clearTimeout(timer);
  timer = setTimeout(send, 2000);
});
for (const target of [...parts, end]) observer.observe(target);
addEventListener("visibilitychange", send);
addEventListener("pagehide", send);
