/** A millimetre in twentieths of a point, Word's unit of length: 1440 to the inch of 25.4 mm. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)
