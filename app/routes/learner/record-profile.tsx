import { useTranslation } from "react-i18next";
import type { OwnRecord } from "#app/features/record/get-record.server.ts";
import { useFormats } from "#app/ui/use-formats.ts";

/** The person as HR gives them, with when it came. */
export function RecordProfile({ person }: { person: OwnRecord["person"] }) {
  const { t } = useTranslation("record");
  const { moment, country } = useFormats();
  const yes = (value: boolean) => t(value ? "yes" : "no");
  const values: Record<keyof typeof person, string | null> = {
    id: person.id,
    kind: t(`kind.${person.kind}`),
    employeeId: person.employeeId,
    externalId: person.externalId,
    givenName: person.givenName,
    familyName: person.familyName,
    preferredName: person.preferredName,
    email: person.email,
    country: country(person.country),
    region: person.region,
    location: person.location,
    jobTitle: person.jobTitle,
    department: person.department,
    managerEmployeeId: person.managerEmployeeId,
    firmId: person.firmId,
    hiredOn: person.hiredOn,
    leftAt: person.leftAt && moment(Date.parse(person.leftAt)),
    onLeave: yes(person.onLeave),
    language: person.language,
    timeZone: person.timeZone,
    workerType: t(`worker.${person.workerType}`),
    createdAt: moment(Date.parse(person.createdAt)),
    updatedAt: moment(Date.parse(person.updatedAt)),
  };
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("profile.title")}</h2>
      <dl className="facts">
        {Object.entries(values)
          .filter(([, value]) => value !== null && value !== "")
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt>{t(`profile.${name}`)}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
