/** All that belongs to the tale's rushes lies under one hash tag: `{tale}:rushes:…` is their queue, `{tale}:rush:<id>` a rush as it stands. */
export const TALE = { slug: 'tale' }
