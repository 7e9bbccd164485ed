package org.yima.protocol.spec;

/** What an element holds. The word in brackets is the one used in the {@code type} column. */
public enum FieldType {
  /** Text (String), which may look like an amount or a date: see {@link Field#format()}. */
  TEXT,
  /** A number (Number), written in decimal digits. */
  NUMBER,
  /** A date (Date). */
  DATE,
  /** One group of other elements (Table). */
  TABLE,
  /** Any number of {@code <row>} elements, each a group of other elements (Rows). */
  ROWS;

  static FieldType of(String printed) {
    switch (printed) {
      case "":
      case "String":
        return TEXT;
      case "Number":
        return NUMBER;
      case "Date":
        return DATE;
      case "Table":
        return TABLE;
      case "Rows":
        return ROWS;
      default:
        throw new IllegalArgumentException("unknown type " + printed);
    }
  }
}
