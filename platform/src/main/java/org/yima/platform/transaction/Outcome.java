package org.yima.platform.transaction;

import java.util.Arrays;
import java.util.List;

/** What a handler answers. A refusal is a value: it is normal business and writes nothing. */
public sealed interface Outcome<A> {
  record Done<A>(A answer) implements Outcome<A> {}

  /**
   * @param reason why not
   * @param arguments what the reason's sentence names, in its order; never personal data
   */
  record Refused<A>(Reason reason, List<String> arguments) implements Outcome<A> {}

  static <A> Outcome<A> done(A answer) {
    return new Done<>(answer);
  }

  static <A> Outcome<A> refuse(Reason reason, Object... arguments) {
    return new Refused<>(reason, Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
