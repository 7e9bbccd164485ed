package org.yima.protocol.spec;

import org.jspecify.annotations.Nullable;

/** The {@code accept} column: where less, or more, is asked for than the interface prints. */
final class Accept {
  private boolean needed;
  private boolean blank;
  private @Nullable String blankIf;
  private @Nullable String length;
  private int most = Integer.MAX_VALUE;

  private Accept() {}

  static Accept of(String words) {
    Accept accept = new Accept();
    if (!words.isEmpty()) {
      for (String word : words.split(" ", -1)) {
        accept.add(word);
      }
    }
    return accept;
  }

  private void add(String word) {
    int colon = word.indexOf(':');
    String value = word.substring(colon + 1);
    switch (colon < 0 ? word : word.substring(0, colon)) {
      case "needed":
        needed = true;
        break;
      case "blank":
        blank = true;
        break;
      case "blank-if":
        blankIf = value;
        break;
      case "length":
        length = value;
        break;
      case "most":
        most = Integer.parseInt(value);
        break;
      default:
        throw new IllegalArgumentException("unknown word in accept: " + word);
    }
  }

  /** Whether the field must have a value, apart from {@link #blankIf}. */
  boolean needs(Required printed) {
    return needed || blankIf != null || (printed == Required.YES && !blank);
  }

  /** The field that makes up for this one when it is blank, or null. */
  @Nullable String blankIf() {
    return blankIf;
  }

  /** The length that is read, given the printed one. */
  String length(String printed) {
    return length == null ? printed : length;
  }

  int most() {
    return most;
  }
}
