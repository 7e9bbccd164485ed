package org.yima.platform.imports;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file: all of it is counted, the first hundred are named. */
final class Faults {
  static final int NAMED = 100;

  private final List<Fault> first = new ArrayList<>();
  private long count;

  /**
   * @param row of the file, the header being 1
   * @param sentence says what is wrong and never repeats personal data
   */
  public record Fault(long row, String sentence) {}

  void add(long row, String sentence) {
    count++;
    if (first.size() < NAMED) {
      first.add(new Fault(row, sentence));
    }
  }

  /** Counts more of the same. */
  void more(long others) {
    count += Math.max(0, others);
  }

  long count() {
    return count;
  }

  List<Fault> named() {
    return List.copyOf(first);
  }
}
