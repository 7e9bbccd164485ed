package org.yima.platform.imports;

import org.jspecify.annotations.Nullable;

/**
 * One column of a file.
 *
 * @param name as its header and, where it is stored as it is, as in the table
 * @param chinese the other name its header may have
 * @param empty what an empty cell stands for; null: null, unless it is required
 * @param stored whether the table has it as it is; else something is derived from it
 */
record Column(
    String name,
    String chinese,
    CellType type,
    boolean required,
    @Nullable String empty,
    boolean stored) {

  static Column required(String name, String chinese, CellType type) {
    return new Column(name, chinese, type, true, null, true);
  }

  static Column optional(String name, String chinese, CellType type) {
    return new Column(name, chinese, type, false, null, true);
  }

  /**
   * @param empty what an empty cell, or a file without the column, stands for
   */
  static Column optional(String name, String chinese, CellType type, String empty) {
    return new Column(name, chinese, type, false, empty, true);
  }

  /** The same, kept out of the table: personal data, of which only derived values are stored. */
  Column secret() {
    return new Column(name, chinese, type, required, empty, false);
  }
}
