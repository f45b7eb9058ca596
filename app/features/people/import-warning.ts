export type ImportWarning = {
  code:
    | "MANY_LEAVE"
    | "MANY_MISSING"
    | "OTHER_PERSON"
    | "REFUSED_LEAVER"
    | "NOT_IN_FILE"
    | "MANAGER_REFUSED"
    | "REPEATED_ROW"
    | "SHARED_EMAIL"
    | "OTHER_DOMAIN"
    | "CLOSED_FIRM";
  count: number;
  message: string;
  /** More likely a broken file than a true one: to be read before anything is applied. */
  grave: boolean;
};
