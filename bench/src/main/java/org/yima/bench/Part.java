package org.yima.bench;

/**
 * One thing that a payment needs, measured by itself.
 *
 * @param nanos of processor time, once
 * @param times how often one payment needs it; 0: shown for comparison, counted elsewhere
 */
public record Part(String name, Side side, Kind kind, long nanos, int times) {

  /** Who does it. */
  public enum Side {
    CLIENT("医院"),
    SERVER("平台");

    private final String chinese;

    Side(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }
  }

  /** Nanoseconds for one payment. */
  long total() {
    return nanos * times;
  }
}
