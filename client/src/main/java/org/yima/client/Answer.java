package org.yima.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 平台的明确答复：办成（带结果）或拒绝（带原因）。
 *
 * <p>What the platform answered for certain: done, with a value, or refused, with a reason. That no
 * answer came is not an answer: see {@link UnknownOutcome}.
 *
 * @param <T> what a success brings
 */
public final class Answer<T> {
  private final @Nullable T value;
  private final @Nullable Refusal refusal;

  private Answer(@Nullable T value, @Nullable Refusal refusal) {
    this.value = value;
    this.refusal = refusal;
  }

  static <T> Answer<T> done(T value) {
    return new Answer<>(Objects.requireNonNull(value), null);
  }

  static <T> Answer<T> refused(Refusal refusal) {
    return new Answer<>(null, Objects.requireNonNull(refusal));
  }

  /** 是否办成。Whether it was done; if not, {@link #refusal} says why. */
  public boolean isDone() {
    return refusal == null;
  }

  /**
   * 办成的结果。What it brought.
   *
   * @throws IllegalStateException if it was refused; the message is the refusal's sentence
   */
  public T value() {
    if (value == null) {
      throw new IllegalStateException("refused: " + refusal);
    }
    return value;
  }

  /**
   * 拒绝的原因。Why it was refused.
   *
   * @throws IllegalStateException if it was done
   */
  public Refusal refusal() {
    if (refusal == null) {
      throw new IllegalStateException("done, not refused");
    }
    return refusal;
  }

  @Override
  public String toString() {
    return refusal == null ? "done: " + value : "refused: " + refusal;
  }
}
