import { useTranslation } from "react-i18next";

/** Keys that work while the player has the focus. */
const keys = [
  { name: "play", keys: ["space", "K"] },
  { name: "jump", keys: ["←", "→"] },
  { name: "captions", keys: ["C"] },
  { name: "speed", keys: ["<", ">"] },
  { name: "mute", keys: ["M"] },
  { name: "fullscreen", keys: ["F"] },
  { name: "pip", keys: ["P"] },
] as const;

/** What can be done by keyboard, and what the first view holds back. */
export function KeyHelp({ maximumRate }: { maximumRate: number | null }) {
  const { t } = useTranslation("replays");
  return (
    <>
      {maximumRate === null ? null : (
        <p className="text-ink-3 text-[0.95rem]">{t("player.speedLimit", { rate: maximumRate })}</p>
      )}
      <details className="text-[0.95rem] max-sm:hidden">
        <summary className="cursor-pointer">{t("player.keys")}</summary>
        <dl className="facts mt-2">
          {keys.map(({ name, keys: of }) => (
            <div key={name} className="contents">
              <dt>
                {of.map((key) => (
                  <kbd key={key} className="mr-1.5">
                    {key === "space" ? t("player.keyList.space") : key}
                  </kbd>
                ))}
              </dt>
              <dd>{t(`player.keyList.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
