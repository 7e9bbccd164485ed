package org.yima.platform.institution;

/**
 * A pool (统筹区): whose fund pays, whose rules hold.
 *
 * @param code six digits
 * @param billDays how many days before today a bill may be dated
 * @param visitorsSettle whether ST022 settles visitors' stays
 * @param cycleHours how long a business cycle takes new business
 */
public record District(
    String code, String name, int billDays, int cycleHours, boolean visitorsSettle) {

  /** One that keeps to the interface: visitors' stays are not settled by ST022. */
  public District(String code, String name, int billDays, int cycleHours) {
    this(code, name, billDays, cycleHours, false);
  }
}
