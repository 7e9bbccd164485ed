package org.yima.settlement;

import java.util.List;

/**
 * One benefit of a policy: whom it covers and, step by step, how a bill is split. The steps come in
 * the one order in which they make sense: the lines, then deductible and funds, then what is left
 * to the patient, then how he pays.
 */
public record Benefit(String name, Coverage coverage, List<Step> steps) {

  public Benefit {
    steps = List.copyOf(steps);
    int phase = 0;
    for (Step step : steps) {
      int next = phase(step);
      if (next < phase) {
        throw new IllegalArgumentException(step.getClass().getSimpleName() + " comes too late");
      }
      phase = next;
    }
    requireOne(steps, Step.ClassifyLines.class);
    requireOne(steps, Step.PatientBears.class);
    requireOne(steps, Step.InCash.class);
  }

  private static int phase(Step step) {
    return switch (step) {
      case Step.ClassifyLines _ -> 0;
      case Step.Deductible _ -> 1;
      case Step.BasicFund _ -> 2;
      case Step.PatientBears _ -> 3;
      case Step.FromAccount _ -> 4;
      case Step.InCash _ -> 5;
    };
  }

  private static void requireOne(List<Step> steps, Class<? extends Step> kind) {
    if (steps.stream().filter(kind::isInstance).count() != 1) {
      throw new IllegalArgumentException("there is exactly one " + kind.getSimpleName());
    }
  }
}
