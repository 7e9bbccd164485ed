package org.yima.platform.transaction;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a handler answers. A refusal is a value: it is normal business and writes nothing. */
public sealed interface Outcome<A> {
  record Done<A>(A answer) implements Outcome<A> {}

  record Refused<A>(Refusal refusal) implements Outcome<A> {}

  static <A> Outcome<A> done(A answer) {
    return new Done<>(answer);
  }

  static <A> Outcome<A> refuse(Reason reason, Object... arguments) {
    return new Refused<>(Refusal.of(reason, arguments));
  }

  /** The refusal if there is one, else what comes next. */
  static <A> Outcome<A> unless(Optional<Refusal> refusal, Supplier<Outcome<A>> next) {
    return refusal.<Outcome<A>>map(Refused::new).orElseGet(next);
  }

  /** Goes on with the answer; a refusal stays what it is. */
  default <B> Outcome<B> then(Function<A, Outcome<B>> next) {
    return switch (this) {
      case Done<A> done -> next.apply(done.answer());
      case Refused<A> refused -> new Refused<>(refused.refusal());
    };
  }
}
