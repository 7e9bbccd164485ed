package org.yima.platform.transaction;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Why a call is not carried out.
 *
 * @param arguments what the reason's sentence names, in its order; never personal data
 * @param all sentences of all faults, where a call has many; else empty
 */
public record Refusal(Reason reason, List<String> arguments, List<String> all) {
  public static Refusal of(Reason reason, Object... arguments) {
    return new Refusal(reason, Arrays.stream(arguments).map(String::valueOf).toList(), List.of());
  }

  /** One refusal for all faults of a list that is not empty: the first by precedence is told. */
  public static Refusal of(List<Refusal> faults) {
    Refusal first = Collections.min(faults, Comparator.comparing(Refusal::reason));
    List<String> sentences = faults.stream().map(Refusal::sentence).toList();
    return new Refusal(
        first.reason(), first.arguments(), faults.size() > 1 ? sentences : List.of());
  }

  /** A refusal if the condition does not hold. */
  public static Optional<Refusal> unless(boolean holds, Reason reason, Object... arguments) {
    return holds ? Optional.empty() : Optional.of(of(reason, arguments));
  }

  /** The first guard that refuses; those behind it are not asked. */
  @SafeVarargs
  public static Optional<Refusal> first(Supplier<Optional<Refusal>>... guards) {
    for (Supplier<Optional<Refusal>> guard : guards) {
      Optional<Refusal> refusal = guard.get();
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** The sentence for the cashier, beginning with the reason's number. */
  public String sentence() {
    return reason.sentence(arguments);
  }
}
