package org.yima.settlement;

import java.time.LocalDate;

/**
 * Where a figure comes from.
 *
 * @param from the day from which it holds
 * @param source the document, as a reader can find it
 */
public record Citation(LocalDate from, String source) {

  public Citation {
    if (source.isBlank()) {
      throw new IllegalArgumentException("a figure needs a source");
    }
  }

  @Override
  public String toString() {
    return source + "，自 " + from + " 起";
  }
}
