/** The columns of the HR feed. */
export const feedColumns = [
  "employee_id",
  "first_name",
  "last_name",
  "preferred_name",
  "email",
  "country",
  "region",
  "location",
  "job_title",
  "department",
  "manager_employee_id",
  "hire_date",
  "termination_date",
  "employment_status",
  "language",
  "time_zone",
  "worker_type",
] as const;

export type FeedColumn = (typeof feedColumns)[number];

/** The values of one row by column. */
export type FeedRecord = Record<FeedColumn, string>;
