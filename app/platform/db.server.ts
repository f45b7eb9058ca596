// The one door to `db/`: features import tables and types from here and nowhere else.
export { connect } from "#db/connect.ts";
export type { Database, Handle } from "#db/database.ts";
export type * from "#db/json-shapes.ts";
export { prepareRows } from "#db/prepared-rows.ts";
export * from "#db/schema.ts";
export * from "#db/schema-attendance.ts";
export * from "#db/schema-claims.ts";
export * from "#db/schema-delegations.ts";
export * from "#db/schema-firms.ts";
export * from "#db/schema-invitations.ts";
export * from "#db/schema-learning.ts";
export * from "#db/schema-messages.ts";
export * from "#db/schema-notices.ts";
export * from "#db/schema-replays.ts";
export * from "#db/schema-teams.ts";
export * from "#db/schema-work.ts";
