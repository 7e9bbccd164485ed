package org.yima.platform.transaction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Why a call is not carried out.
 *
 * @param arguments what the reason's sentence names, in its order; never personal data
 */
public record Refusal(Reason reason, List<String> arguments) {
  public static Refusal of(Reason reason, Object... arguments) {
    return new Refusal(reason, Arrays.stream(arguments).map(String::valueOf).toList());
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
