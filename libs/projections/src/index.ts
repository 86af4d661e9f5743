export { inlineProjection } from './inline-projection.js';
