type QrPictureProps = {
  /** The dark modules as an SVG path on a grid of `size` by `size`. */
  code: { path: string; size: number };
  label: string;
};

/** Black on white in light and dark, because scanners expect it; without smoothing, sharp at every size and on paper. */
export function QrPicture({ code: { path, size }, label }: QrPictureProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-[148px] shrink-0 rounded-md"
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
