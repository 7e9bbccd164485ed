package org.yima.protocol.spec;

/** What the interface prints in its column 是否可空, turned into a plain word. */
public enum Required {
  /** N: must not be empty. */
  YES,
  /** Y: may be empty. */
  NO,
  /** Y/N: depends on what went before. */
  DEPENDS,
  /** The interface prints nothing here. */
  NOT_PRINTED;

  static Required of(String word) {
    switch (word) {
      case "yes":
        return YES;
      case "no":
        return NO;
      case "depends":
        return DEPENDS;
      case "":
        return NOT_PRINTED;
      default:
        throw new IllegalArgumentException("unknown word for required: " + word);
    }
  }
}
