import type { MetaFunction } from "@remix-run/node";
import { interfaceIn, type Locale } from "#app/platform/i18n.ts";

/** The `meta` of a page whose title is a text of the catalogue, in the language of the page. */
export function pageTitle(key: string, values: (data: unknown) => Record<string, unknown> = () => ({})): MetaFunction {
  return ({ matches, data }) => {
    const root = matches.find(({ id }) => id === "root")?.data as { locale?: Locale } | undefined;
    const { t } = interfaceIn(root?.locale ?? "en");
    const page = data === undefined ? t("common:product") : t(key, values(data));
    return [{ title: t("common:title", { page }) }];
  };
}
