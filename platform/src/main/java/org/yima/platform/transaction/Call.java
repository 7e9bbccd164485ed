package org.yima.platform.transaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.yima.platform.institution.AccessSystem;
import org.yima.platform.institution.Institution;

/** Who calls and when. The time is taken once, so that one call sees one time. */
public record Call(Institution institution, AccessSystem system, Instant at) {
  /** The interface's clock. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public String district() {
    return institution.district();
  }

  public LocalDateTime time() {
    return LocalDateTime.ofInstant(at, ZONE);
  }

  public LocalDate today() {
    return time().toLocalDate();
  }
}
