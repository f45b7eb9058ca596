import { readFileSync } from "node:fs";
import type { SlideState } from "./lay-out.ts";
import type { Slide } from "./script-schema.ts";

const font = readFileSync("node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2");

const style = `
  @font-face { font-family: Slides; font-weight: 100 900; src: url(data:font/woff2;base64,${font.toString("base64")}) }
  * { box-sizing: border-box; margin: 0 }
  body { width: 1280px; height: 720px; padding: 56px 80px 0; background: #fbfaf6; color: #1a1c1e; font-family: Slides;
    overflow: hidden }
  body::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 20px; background: #0b5a57 }
  .chapter { font-size: 26px; color: #53575b; height: 40px }
  h1 { font-size: 60px; line-height: 1.15; font-weight: 700; margin-top: 10px }
  .title h1 { font-size: 88px; margin-top: 110px } .title p { font-size: 42px; margin-top: 26px; color: #0b5a57 }
  ol { list-style: none; padding: 0; margin-top: 44px; display: grid; gap: 22px }
  li { font-size: 44px; line-height: 1.2; display: flex; align-items: center; gap: 26px; min-height: 64px }
  li b { flex: none; width: 60px; height: 60px; border-radius: 30px; background: #e1efed; color: #0b5a57;
    display: grid; place-items: center; font-size: 32px }
  li.now b, .steps li.now { background: #0b5a57; color: #fff }
  li.later { color: #686c70 } .steps li.later { background: #f2f0e9 } li.later b { background: #f2f0e9; color: #686c70 } li.now { font-weight: 600 }
  .steps { grid-auto-flow: column; grid-auto-columns: 1fr; gap: 34px; margin-top: 76px }
  .steps li { font-size: 38px; min-height: 230px; padding: 26px; border-radius: 18px; background: #e1efed; color: #0b3b39;
    flex-direction: column; align-items: flex-start; justify-content: flex-start; gap: 18px; font-weight: 600 }
  .steps li.now b { background: #fff; color: #0b5a57 } .steps li b { background: #fff }
  svg { display: block; margin-top: 34px; overflow: visible }
`;

/** One state of a slide as a page of 1280 by 720. What captions would cover, the lowest fifth, stays empty. */
export function slidePage({ slide, uncovered, chapter }: SlideState): string {
  const body = slide.subtitle
    ? titleOf(slide)
    : `<p class="chapter">${escaped(chapter)}</p><h1>${escaped(slide.heading)}</h1>`;
  return `<!doctype html><style>${style}</style>${body}${pointsOf(slide, uncovered)}${slide.lead ? leadPicture(slide.lead) : ""}`;
}

function titleOf({ heading, subtitle = "" }: Slide): string {
  return `<div class="title"><h1>${escaped(heading)}</h1><p>${escaped(subtitle)}</p></div>`;
}

function pointsOf({ points, steps }: Slide, uncovered: number): string {
  const lines = points ?? steps;
  if (!lines) return "";
  const items = lines.map((text, n) => {
    const state = n + 1 === uncovered ? "now" : n + 1 > uncovered ? "later" : "";
    return `<li class="${state}"><b>${n + 1}</b>${escaped(text)}</li>`;
  });
  return `<ol class="${steps ? "steps" : ""}">${items.join("")}</ol>`;
}

/** Customer, partner and direct team: whoever leads stands in colour and on the thick line. */
function leadPicture(lead: "partner" | "direct"): string {
  const box = (x: number, y: number, label: string, note: string, leads: boolean) => `
    <rect x="${x}" y="${y}" width="340" height="124" rx="18" fill="${leads ? "#0b5a57" : "#e1efed"}"/>
    <text x="${x + 170}" y="${y + 56}" fill="${leads ? "#fff" : "#0b3b39"}" font-size="40" font-weight="700" text-anchor="middle">${label}</text>
    <text x="${x + 170}" y="${y + 100}" fill="${leads ? "#fff" : "#0b3b39"}" font-size="30" text-anchor="middle">${note}</text>`;
  const partner = lead === "partner";
  const thick = `stroke="#0b5a57" stroke-width="12"`;
  const thin = `stroke="#76797c" stroke-width="6" stroke-dasharray="4 14" stroke-linecap="round"`;
  return `<svg width="1120" height="390" font-family="Slides">
    <path d="M340 82 L780 195" ${partner ? thick : thin}/>
    <path d="M340 308 L780 195" ${partner ? thin : thick}/>
    ${box(0, 20, "Partner", partner ? "leads" : "has its part", partner)}
    ${box(0, 246, "Direct team", partner ? "supports" : "leads", !partner)}
    <rect x="780" y="120" width="340" height="150" rx="75" fill="#fff" stroke="#1a1c1e" stroke-width="4"/>
    <text x="950" y="210" fill="#1a1c1e" font-size="42" font-weight="700" text-anchor="middle">Customer</text>
  </svg>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
