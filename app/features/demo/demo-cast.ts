/** People of the demo who are there by name; everybody else is drawn. */
export type CastMember = {
  givenName: string;
  familyName: string;
  login: string;
  country: string;
  /** Where in the country's reporting tree: 0 a rep, 1 a manager of reps, and so on up to the head of the country. */
  level: number;
  history: "nothing" | "half-way" | "failed-once" | "certified" | "drawn";
  /** Only these can sign in. */
  account?: { role: string; story: string };
};

const at = (name: string) => `${name}@reps.example.com`;

/** In the order of their teams: the first of a country on a level lead the first of the level below. */
export const demoCast: readonly CastMember[] = [
  {
    givenName: "Dana",
    familyName: "Whitfield",
    login: at("dana.whitfield"),
    country: "US",
    level: 0,
    history: "nothing",
    account: {
      role: "Rep, United States",
      story: "Has not begun, and the grace period is over: cannot claim a deal.",
    },
  },
  {
    givenName: "Marcus",
    familyName: "Bell",
    login: at("marcus.bell"),
    country: "US",
    level: 0,
    history: "half-way",
    account: { role: "Rep, United States", story: "Has read half of the lessons: cannot claim a deal yet." },
  },
  {
    givenName: "Teresa",
    familyName: "Quiñones",
    login: at("teresa.quinones"),
    country: "US",
    level: 0,
    history: "failed-once",
    account: { role: "Rep, United States", story: "Failed the assessment once and has lessons to review." },
  },
  {
    givenName: "Priya",
    familyName: "Raman",
    login: at("priya.raman"),
    country: "US",
    level: 0,
    history: "certified",
    account: { role: "Rep, United States", story: "Is certified: can claim deals." },
  },
  {
    givenName: "Imogen",
    familyName: "Clarke",
    login: at("imogen.clarke"),
    country: "GB",
    level: 0,
    history: "half-way",
    account: {
      role: "Rep, United Kingdom",
      story: "Is not certified, and can claim deals until the grace period ends.",
    },
  },
  {
    givenName: "Jonas",
    familyName: "Krüger",
    login: at("jonas.krueger"),
    country: "DE",
    level: 0,
    history: "nothing",
    account: { role: "Rep, Germany", story: "The rules take effect there in the months to come: can claim deals." },
  },
  {
    givenName: "Rosalind",
    familyName: "Okoye",
    login: at("rosalind.okoye"),
    country: "US",
    level: 3,
    history: "certified",
    account: {
      role: "Manager, United States",
      story: "Leads directors, managers and reps, and is a certified rep too.",
    },
  },
  { ...drawn("健太", "佐藤", "kenta.sato", "JP"), level: 0 },
  { ...drawn("عمر", "الهاشمي", "omar.alhashimi", "AE"), level: 0 },
  { ...drawn("Łukasz", "Brzęczyszczykiewicz", "lukasz.brzeczyszczykiewicz", "PL"), level: 0 },
  { ...drawn("Małgorzata", "Wójcik", "malgorzata.wojcik", "PL"), level: 0 },
  { ...drawn("Grzegorz", "Żuk", "grzegorz.zuk", "PL"), level: 1 },
  { ...drawn("Íñigo", "Núñez", "inigo.nunez", "ES"), level: 0 },
];

function drawn(givenName: string, familyName: string, local: string, country: string) {
  return { givenName, familyName, login: at(local), country, history: "drawn" as const };
}
