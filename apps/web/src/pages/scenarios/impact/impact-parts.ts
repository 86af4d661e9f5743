import type { ResultOf } from 'gql.tada';
import { graphql } from '../../../graphql/graphql.js';

/** People or money that moves. */
export const SIZE = graphql(`
  fragment Size on SizeImpact {
    indicator {
      name
      unitOfMeasure
    }
    neutral
    moving {
      value
      missing {
        reason
        unit {
          id
          name
        }
      }
    }
    movedOut {
      value
    }
    movedIn {
      value
    }
    flows {
      unit {
        id
        name
      }
      amount {
        value
      }
      from {
        kind
        unit {
          name
        }
      }
      to {
        kind
        unit {
          name
        }
      }
    }
  }
`);

/** Layers and spans. */
export const SHAPE = graphql(`
  fragment ImpactShape on Shape {
    units
    depth
    layers
    singleChild
    span {
      min
      max
      mean
    }
  }
`);

/** What must be decided first. */
export const NEEDED_FIRST = graphql(`
  fragment FirstNeeded on NeededFirst {
    competence {
      scope
      type
      untracked
      bodies {
        id
        name
      }
      boards {
        id
        name
      }
      delegates {
        id
        name
      }
    }
    conditions {
      text
      matter {
        number
        title
      }
    }
    earliest {
      takesEffect
      finalOn {
        earliest
        latest
      }
      beforeDecision {
        change
        sentence {
          sv
          en
        }
      }
      beforeFinal {
        change
        sentence {
          sv
          en
        }
      }
      source {
        cite
        says {
          sv
          en
        }
      }
    }
  }
`);

export type SizeTold = ResultOf<typeof SIZE>;
export type ShapeTold = ResultOf<typeof SHAPE>;
export type FirstNeeded = ResultOf<typeof NEEDED_FIRST>;
