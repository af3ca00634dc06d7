export { QDPX_TYPE } from './archive-writer';
export { writeQdpx, type Qdpx, type QdpxFailure, type QdpxOptions } from './write-qdpx';
