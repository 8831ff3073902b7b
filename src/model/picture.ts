/** A picture that can be printed. */
export interface Picture {
  bytes: Uint8Array;
  type: "png" | "jpeg";
  /** Pixels. */
  width: number;
  height: number;
}

/** Why a picture cannot be printed, or had better be looked at first. */
export interface PictureTrouble {
  message: string;
  hint: string;
  /** Names that may have been meant. */
  others?: string[];
}

/**
 * Looks for the picture a document asks for.
 * @param document name of the document's file
 * @param name the picture's file as typed in the document
 */
export type FindPicture = (document: string, name: string) => { picture?: Picture; trouble?: PictureTrouble };
