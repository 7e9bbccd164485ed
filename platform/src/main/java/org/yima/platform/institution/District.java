package org.yima.platform.institution;

/**
 * A pool (统筹区): whose fund pays, whose rules hold.
 *
 * @param code six digits
 * @param billDays how many days before today a bill may be dated
 * @param cycleHours how long a business cycle takes new business
 */
public record District(String code, String name, int billDays, int cycleHours) {}
