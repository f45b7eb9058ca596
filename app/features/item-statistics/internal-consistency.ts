import { statisticsLimits } from "./statistics-limits.ts";

/** Sums over attempts, each of `k` questions, with the mark of every question taken against its item's own mean. */
export type ConsistencySums = {
  attempts: number;
  /** Σ k and Σ k(k - 1). */
  questions: number;
  pairs: number;
  /** Σ of the share right, and of its square. */
  score: number;
  score2: number;
  /** Σ over attempts of Σd², and of (Σd)², where d is a mark less its item's mean. */
  own: number;
  together: number;
};

type ConsistencyVerdict = "good" | "fair" | "poor" | "too-alike";

export type InternalConsistency = {
  attempts: number;
  /** Mean share of right answers, and its standard deviation between people, 0 to 1. */
  mean: number;
  standardDeviation: number;
  /** At most 1; null when nobody differs from anybody. */
  coefficient: number | null;
  /** Of one person's score on the form they had, as a share of the form. */
  standardError: number | null;
  /** The same coefficient if the luck of the draw counts as error too (KR-21). */
  acrossForms: number | null;
  verdict: ConsistencyVerdict;
};

/**
 * Cronbach's alpha for forms drawn at random. With the mean variance v of an item and the mean covariance c of two items
 * that were asked together, alpha = k·c / (v + (k - 1)·c); where everybody has the same form this is
 * k/(k - 1) · (1 - Σ var(item) / var(total)).
 */
export function internalConsistency(sums: ConsistencySums): InternalConsistency | null {
  const { attempts, questions, pairs } = sums;
  if (attempts < 2 || pairs <= 0) return null;
  const mean = sums.score / attempts;
  const spread2 = Math.max(0, sums.score2 / attempts - mean * mean);
  const standardDeviation = Math.sqrt((spread2 * attempts) / (attempts - 1));
  const k = questions / attempts;
  const v = sums.own / questions;
  const c = (sums.together - sums.own) / pairs;
  const whole = v + (k - 1) * c;
  const coefficient = v > 1e-12 && whole > 1e-12 ? (k * c) / whole : null;
  const formSpread = Math.sqrt(sums.together / (attempts - 1)) / k;
  return {
    attempts,
    mean,
    standardDeviation,
    coefficient,
    standardError: coefficient === null ? null : formSpread * Math.sqrt(Math.max(0, 1 - coefficient)),
    acrossForms: spread2 > 1e-12 ? (k / (k - 1)) * (1 - (mean * (1 - mean)) / (k * spread2)) : null,
    verdict: verdictOf(coefficient, standardDeviation),
  };
}

function verdictOf(coefficient: number | null, standardDeviation: number): ConsistencyVerdict {
  const { good, poor, leastSpread } = statisticsLimits.consistency;
  if (coefficient === null) return "too-alike";
  if (coefficient > good) return "good";
  if (standardDeviation < leastSpread) return "too-alike";
  return coefficient < poor ? "poor" : "fair";
}
