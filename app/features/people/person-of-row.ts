import type { FeedRecord } from "./feed-columns.ts";
import { canonicalLanguage } from "./field-rules.ts";
import { foldEmail } from "./fold-email.ts";
import type { PersonFields } from "./person-fields.ts";

/** The person whom a row without problems describes. Everyone in the HR feed is a rep. */
export function personOfRow(values: FeedRecord, leftAt: number | null): PersonFields {
  return {
    kind: "rep",
    employeeId: values.employee_id,
    externalId: null,
    givenName: values.first_name,
    familyName: values.last_name,
    preferredName: values.preferred_name || null,
    email: values.email || null,
    emailKey: values.email ? foldEmail(values.email) : null,
    country: values.country,
    region: values.region,
    location: values.location,
    jobTitle: values.job_title,
    department: values.department,
    managerEmployeeId: values.manager_employee_id || null,
    firmId: null,
    hiredOn: values.hire_date || null,
    leftAt,
    onLeave: values.employment_status === "On Leave",
    language: canonicalLanguage(values.language) ?? values.language,
    timeZone: values.time_zone,
    workerType: values.worker_type === "Contractor" ? "contractor" : "employee",
  };
}
