package org.yima.settlement;

/** The institution as far as it decides a benefit. Pharmacies have no level: UNGRADED. */
public record Hospital(Level level, Kind kind) {

  public enum Level {
    ONE("一级"),
    TWO("二级"),
    THREE("三级"),
    UNGRADED("未定级");

    private final String chinese;

    Level(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  public enum Kind {
    GENERAL,
    CHINESE_MEDICINE,
    PHARMACY
  }
}
