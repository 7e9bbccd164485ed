package org.yima.client;

/**
 * 业务周期：签到所得，签退时结束，对账以它为单位。
 *
 * <p>What ST001 opens and ST002 ends: the period of one operator whose payments are reconciled
 * together. Keep {@link #number} where a restart does not lose it. Immutable.
 */
public final class BusinessCycle {
  private final String number;
  private final String operator;
  private final boolean outOfRegion;

  private BusinessCycle(String number, String operator, boolean outOfRegion) {
    this.number = number;
    this.operator = operator;
    this.outOfRegion = outOfRegion;
  }

  /** 本地业务周期。A local cycle, from its number and the operator's id. */
  public static BusinessCycle local(String number, String operator) {
    return new BusinessCycle(number, operator, false);
  }

  /** 异地业务周期。A cycle for people insured elsewhere. */
  public static BusinessCycle outOfRegion(String number, String operator) {
    return new BusinessCycle(number, operator, true);
  }

  /** 业务周期号 {@code busicycleno}。Its number, at most 64 characters. */
  public String number() {
    return number;
  }

  /** 操作员 {@code operatorid}。The operator's id, at most 10 characters for paying (4.4). */
  public String operator() {
    return operator;
  }

  /** 异地标志 {@code aae139}。Whether it is for people insured elsewhere. */
  public boolean isOutOfRegion() {
    return outOfRegion;
  }

  /** {@code aae139} of this cycle. */
  String regionFlag() {
    return outOfRegion ? "1" : "0";
  }

  @Override
  public String toString() {
    return "cycle " + number + (outOfRegion ? " (out of region)" : "");
  }
}
