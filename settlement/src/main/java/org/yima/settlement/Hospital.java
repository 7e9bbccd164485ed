package org.yima.settlement;

/**
 * The institution as far as it decides a benefit. Pharmacies have no level: UNGRADED.
 *
 * @param code tells visits to one institution from visits to another; empty: not told apart
 */
public record Hospital(String code, Level level, Kind kind, Tier tier) {

  /** 医院等级. */
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

  /** What the institution is for. */
  public enum Kind {
    GENERAL,
    CHINESE_MEDICINE,
    /** 社区卫生服务中心, 乡镇卫生院 and the like. */
    COMMUNITY,
    PSYCHIATRIC,
    /** 其他专科. */
    SPECIALIST,
    PHARMACY
  }

  /** Whose institution it is, where a scheme goes by that (县级, 市级 …). */
  public enum Tier {
    NONE,
    TOWNSHIP,
    COUNTY,
    CITY,
    PROVINCE
  }

  public Hospital(Level level, Kind kind) {
    this("", level, kind, Tier.NONE);
  }
}
