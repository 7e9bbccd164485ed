package org.yima.settlement;

/** The class of an item in the catalogue ({@code akc065}). */
public enum ItemClass {
  /** Wholly within scope. */
  CLASS_A("1", "甲类"),
  /** The patient first pays a share of it. */
  CLASS_B("2", "乙类"),
  /** Wholly self-paid; also every item that the catalogue does not know. */
  SELF_PAID("3", "自费"),
  /** Special examinations, treatment and materials, with their own upfront share. */
  SPECIAL("4", "特检特治");

  private final String code;
  private final String chinese;

  ItemClass(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /**
   * @throws IllegalArgumentException if no class has this code
   */
  public static ItemClass of(String code) {
    for (ItemClass each : values()) {
      if (each.code.equals(code)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no item class " + code);
  }

  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }
}
