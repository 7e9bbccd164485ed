package org.yima.platform.transaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a handler answers. A refusal is a value: it is normal business and writes nothing. */
public sealed interface Outcome<A> {
  record Done<A>(A answer) implements Outcome<A> {}

  /** It is not done; {@link #refusal} says why. */
  sealed interface NotDone<A> extends Outcome<A> {
    Refusal refusal();

    /** The same of another answer, which there is none of either. */
    <B> Outcome<B> ofAnother();
  }

  record Refused<A>(Refusal refusal) implements NotDone<A> {
    @Override
    public <B> Outcome<B> ofAnother() {
      return new Refused<>(refusal);
    }
  }

  /**
   * A refusal that leaves something behind: what the handler wrote stays, and the answer says what
   * holds now. It is not a success, so it is not remembered.
   *
   * @param now reply elements
   */
  record Amended<A>(Refusal refusal, Map<String, String> now) implements NotDone<A> {
    public Amended {
      now = Map.copyOf(now);
    }

    @Override
    public <B> Outcome<B> ofAnother() {
      return new Amended<>(refusal, now);
    }
  }

  static <A> Outcome<A> done(A answer) {
    return new Done<>(answer);
  }

  static <A> Outcome<A> refuse(Reason reason, Object... arguments) {
    return new Refused<>(Refusal.of(reason, arguments));
  }

  /** Refused for all of these faults together. */
  static <A> Outcome<A> refuse(List<Refusal> faults) {
    return new Refused<>(Refusal.of(faults));
  }

  /** The refusal if there is one, else what comes next. */
  static <A> Outcome<A> unless(Optional<Refusal> refusal, Supplier<Outcome<A>> next) {
    return refusal.<Outcome<A>>map(Refused::new).orElseGet(next);
  }

  /** Goes on with the answer; a refusal stays what it is. */
  default <B> Outcome<B> then(Function<A, Outcome<B>> next) {
    return switch (this) {
      case Done<A> done -> next.apply(done.answer());
      case NotDone<A> no -> no.ofAnother();
    };
  }
}
