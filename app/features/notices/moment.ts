/** The instant at which somebody in a zone is looked at: one and the same for a run, the opening of a day for a preview. */
export type Moment = (timeZone: string) => number;
