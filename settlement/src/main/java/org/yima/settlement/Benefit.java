package org.yima.settlement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One benefit of a policy: whom it covers and, step by step, how a bill is split. The steps come in
 * the one order in which they make sense: the lines, then what is set apart, deductible and funds,
 * then what is left to the patient, then who pays it.
 *
 * @param covers the visits it is for; tests the medical type
 * @param inWaiting it is given in the waiting period too, as what the personal account pays may be
 * @param visits the pool under which its visits are counted; null: they are not
 */
public record Benefit(
    String name, Condition covers, boolean inWaiting, @Nullable String visits, List<Step> steps) {

  public Benefit {
    steps = List.copyOf(steps);
    int phase = 0;
    for (Step step : steps) {
      int next = phase(step);
      if (next < phase) {
        throw new IllegalArgumentException(name(step) + " comes too late");
      }
      phase = next;
    }
    requireOne(steps, "classify-lines or all-in-scope", 0);
    requireOne(steps, "patient-bears", 6);
    requireOne(steps, "in-cash", 10);
  }

  /** Given only once the waiting period has ended. */
  public Benefit(String name, Condition covers, @Nullable String visits, List<Step> steps) {
    this(name, covers, false, visits, steps);
  }

  /** Whether it pays for the whole of a visit, whatever that cost (包干). */
  boolean hasFixedPrice() {
    return steps.stream().anyMatch(Step.FixedPrice.class::isInstance);
  }

  private static int phase(Step step) {
    return switch (step) {
      case Step.ClassifyLines _, Step.AllInScope _ -> 0;
      case Step.FixedPrice _, Step.OutOfRegionUpfront _ -> 1;
      case Step.ItemsApart _ -> 2;
      case Step.Deductible _ -> 3;
      case Step.Fund fund -> fund.kind() == Step.Fund.Kind.BASIC ? 4 : 5;
      case Step.PatientBears _ -> 6;
      case Step.Subsidy subsidy -> subsidy.program().isLast() ? 8 : 7;
      case Step.FromAccount _ -> 9;
      case Step.InCash _ -> 10;
    };
  }

  /** As policies write it. */
  private static String name(Step step) {
    return switch (step) {
      case Step.Fund fund -> word(fund.kind().pays().name());
      case Step.Subsidy subsidy -> word(subsidy.program().name());
      default -> word(step.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1"));
    };
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void requireOne(List<Step> steps, String what, int phase) {
    if (steps.stream().filter(step -> phase(step) == phase).count() != 1) {
      throw new IllegalArgumentException("there is exactly one " + what);
    }
  }
}
