/** A text of a story: an empty line in it begins a paragraph. */
export function StoryText({ text }: { text: string }) {
  return text.split(/\n\s*\n/).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place in the text
    <p key={index}>{paragraph.trim()}</p>
  ));
}
