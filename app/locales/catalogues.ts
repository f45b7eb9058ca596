import account from "./en/account.json" with { type: "json" };
import assessment from "./en/assessment.json" with { type: "json" };
import boosters from "./en/boosters.json" with { type: "json" };
import changes from "./en/changes.json" with { type: "json" };
import common from "./en/common.json" with { type: "json" };
import deals from "./en/deals.json" with { type: "json" };
import delegates from "./en/delegates.json" with { type: "json" };
import duties from "./en/duties.json" with { type: "json" };
import exports from "./en/exports.json" with { type: "json" };
import firms from "./en/firms.json" with { type: "json" };
import joining from "./en/joining.json" with { type: "json" };
import learning from "./en/learning.json" with { type: "json" };
import lesson from "./en/lesson.json" with { type: "json" };
import messages from "./en/messages.json" with { type: "json" };
import notices from "./en/notices.json" with { type: "json" };
import office from "./en/office.json" with { type: "json" };
import open from "./en/open.json" with { type: "json" };
import partner from "./en/partner.json" with { type: "json" };
import record from "./en/record.json" with { type: "json" };
import replays from "./en/replays.json" with { type: "json" };
import rollOut from "./en/rollOut.json" with { type: "json" };
import statistics from "./en/statistics.json" with { type: "json" };
import story from "./en/story.json" with { type: "json" };
import team from "./en/team.json" with { type: "json" };
import trust from "./en/trust.json" with { type: "json" };
import work from "./en/work.json" with { type: "json" };

/** Every interface text in English, by area. Another language is another folder of the same files. */
export const catalogues = {
  account,
  assessment,
  boosters,
  changes,
  common,
  deals,
  delegates,
  duties,
  firms,
  joining,
  exports,
  learning,
  lesson,
  notices,
  messages,
  office,
  open,
  partner,
  record,
  replays,
  rollOut,
  statistics,
  story,
  team,
  work,
  trust,
};
