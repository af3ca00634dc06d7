import type { GreyPicture } from '../../../src-renderer/importers/pdf/recognition/pixels';

/** In: a grey picture. Out: the file of it in the plainest format there is, `P5` of Netpbm. */
export const pgm = ({ width, height, pixels }: GreyPicture): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
