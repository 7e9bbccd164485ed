package org.yima.settlement;

import java.util.List;

/** One benefit of a policy: whom it covers and, step by step, how a bill is split. */
public record Benefit(String name, Coverage coverage, List<Step> steps) {

  public Benefit {
    steps = List.copyOf(steps);
    if (steps.isEmpty()
        || !(steps.getFirst() instanceof Step.ClassifyLines)
        || !(steps.getLast() instanceof Step.InCash)) {
      throw new IllegalArgumentException("a benefit begins with the lines and ends in cash");
    }
  }
}
