import { expect, test } from "vitest";
import { typedNameMatches } from "./typed-name-matches.ts";

test("case, accents, spaces and punctuation do not count", () => {
  for (const [typed, name] of [
    ["ada lovelace", "Ada Lovelace"],
    ["  Ada   Lovelace ", "Ada Lovelace"],
    ["AdaLovelace", "Ada Lovelace"],
    ["Jose Nunez", "José Núñez"],
    ["José Núñez", "Jose\u0301 Nu\u0301n\u0303ez"],
    ["sean o'brien", "Seán O’Brien"],
    ["Anne Marie Smith Jones", "Anne-Marie Smith-Jones"],
    ["Jurgen Strasse", "Jürgen Straße"],
    ["ilker isik", "İlker Işık"],
    ["νικοσ παπασ", "Νίκος Παπάς"],
    ["山田　太郎", "山田太郎"],
    ["राम कुमार", "राम कुमार"],
  ] as const) {
    expect([typed, typedNameMatches(typed, name)]).toEqual([typed, true]);
  }
});

test("another name is another name, and nothing is no name", () => {
  for (const [typed, name] of [
    ["Ada", "Ada Lovelace"],
    ["Ada Lovelace Byron", "Ada Lovelace"],
    ["Lovelace Ada", "Ada Lovelace"],
    ["Ada Lovelac", "Ada Lovelace"],
    ["रम कुमार", "राम कुमार"],
    ["", "Ada Lovelace"],
    ["  ", "Ada Lovelace"],
    ["", ""],
    ["...", "---"],
  ] as const) {
    expect([typed, typedNameMatches(typed, name)]).toEqual([typed, false]);
  }
});
