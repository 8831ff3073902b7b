/** A picture that can be printed. */
export interface Picture {
  bytes: Uint8Array;
  type: "png" | "jpeg";
  /** Width and height in pixels. */
  width: number;
  height: number;
}

/** Why a picture cannot be printed, or should be checked by a person first. */
export interface PictureTrouble {
  message: string;
  /** What the user can do about it. */
  hint: string;
  /** Names of files that the user may have meant. */
  others?: string[];
}

/**
 * Finds the picture that a document names.
 * @param document file of the document
 * @param name file of the picture, as written in the document
 * @param embedded bytes of the picture, when the document is a Word file that holds it; no file is looked for then
 */
export type FindPicture = (
  document: string,
  name: string,
  embedded?: Uint8Array,
) => { picture?: Picture; trouble?: PictureTrouble };
