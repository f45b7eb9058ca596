import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every page. URLs are built by `platform/paths.ts`; the JSON API for other systems is in `routes/api`. */
export default [
  index("routes/public/home.tsx"),
  route("sign-in", "routes/public/sign-in.tsx"),
  route("sign-out", "routes/public/sign-out.ts"),
  route("verify/:number?", "routes/public/verify.tsx"),
  route("account/password", "routes/account/password.tsx"),
  route("rules/:editionId?", "routes/learner/rules.tsx"),
  route("program", "routes/learner/program.tsx"),
  route("program/lessons/:moduleId", "routes/learner/lesson.tsx"),
  route("program/story", "routes/learner/story.tsx"),
  route("duties/:moduleId", "routes/learner/duty.tsx"),
  route("program/lessons/:moduleId/places", "routes/learner/lesson-places.ts"),
  route("program/lessons/:moduleId/check", "routes/learner/lesson-check.tsx"),
  route("assessment", "routes/learner/assessment.tsx"),
  route("assessment/questions/:position", "routes/learner/question.tsx"),
  route("assessment/review", "routes/learner/review.tsx"),
  route("assessment/results/:attemptId", "routes/learner/result.tsx"),
  route("attestation", "routes/learner/attestation.tsx"),
  route("boosters/:day", "routes/learner/booster.tsx"),
  route("certificates/:number", "routes/learner/certificate.tsx"),
  route("deals", "routes/learner/deals.tsx"),
  route("deals/new", "routes/learner/new-deal.tsx"),
  route("deals/refusals/:refusalId", "routes/learner/refusal.tsx"),
  route("deals/:claimId", "routes/learner/deal.tsx"),
  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;
