import Hls from "hls.js/light";

/** Plays an HLS playlist where the browser cannot by itself. Answers what ends that; null where it cannot be done. */
export function playHls(video: HTMLVideoElement, url: string): (() => void) | null {
  if (!Hls.isSupported()) return null;
  const hls = new Hls({
    // A worker would have to be allowed for the sake of a few milliseconds.
    enableWorker: false,
    xhrSetup: (request, address) => request.open("GET", withSignature(address), true),
  });
  let signature = "";
  function withSignature(address: string): string {
    if (signature === "" || new URL(address).search !== "") return address;
    return `${address}?${signature}`;
  }
  // What admits to a playlist elsewhere admits to all that lies beside it, and is asked for with each piece.
  hls.on(Hls.Events.MANIFEST_LOADED, (_event, { url: found }) => {
    signature = new URL(found, location.href).search.slice(1);
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return () => hls.destroy();
}
