package org.yima.platform;

import java.time.Instant;
import java.util.List;
import org.yima.platform.institution.AccessSystem;
import org.yima.platform.institution.District;
import org.yima.platform.institution.Institution;
import org.yima.platform.institution.Institution.Kind;
import org.yima.platform.transaction.Call;
import org.yima.settlement.Hospital;

/** Invented institutions for tests, in a district that does not exist, and calls from them. */
public final class Places {
  /** Bills may be three days old here; a cycle lasts a day. */
  public static final District DISTRICT = new District("990000", "测试统筹区", 3, 24);

  public static final Instant NOON = Instant.parse("2024-03-15T04:00:00Z");

  private Places() {}

  public static Institution hospital(String code, int level, String... callbacks) {
    return place(code, Kind.HOSPITAL, level, callbacks);
  }

  public static Institution pharmacy(String code) {
    return place(code, Kind.PHARMACY, 0);
  }

  private static Institution place(String code, Kind kind, int level, String... callbacks) {
    String name = kind == Kind.PHARMACY ? "测试药店" : "测试医院";
    return new Institution(
        code,
        "DD" + code,
        DISTRICT,
        name,
        kind,
        level,
        kind == Kind.PHARMACY ? Hospital.Kind.PHARMACY : Hospital.Kind.GENERAL,
        Hospital.Tier.NONE,
        List.of(callbacks));
  }

  public static Call call(Institution institution, String system, Instant at) {
    return new Call(institution, new AccessSystem(system, "测试系统"), at);
  }

  /** From the first system of an institution, at noon in Shanghai. */
  public static Call call(Institution institution) {
    return call(institution, "SYS1", NOON);
  }
}
