package org.yima.client;

import org.yima.protocol.Element;

/**
 * 一个收费项目的结算结果（4.5 节 orderentryret）。
 *
 * <p>How one charge line was classified: a row of {@code orderentryret}, section 4.5. Always amount
 * = self-paid + upfront + in scope.
 */
public final class SettledLine {
  private final Values values;
  private final long amountFen;
  private final long selfPaidFen;
  private final long overCeilingFen;
  private final long upfrontFen;
  private final long inScopeFen;

  private SettledLine(Values values) throws UnreadableAnswer {
    this.values = values;
    amountFen = values.fen("aae019");
    selfPaidFen = values.fen("bkc026");
    overCeilingFen = values.fenOrZero("akc268");
    upfrontFen = values.fen("akc228");
    inScopeFen = values.fen("bkc027");
  }

  static SettledLine read(Element row) throws UnreadableAnswer {
    return new SettledLine(Values.of(row));
  }

  /** 处方号 {@code aae072}。The prescription. */
  public String prescription() {
    return field("aae072");
  }

  /** 处方内序号 {@code bke067}。Number in the prescription, from 1. */
  public String number() {
    return field("bke067");
  }

  /** 记账流水号 {@code bkc028}：删除住院明细时使用。What names a stay's line when it is deleted. */
  public String serial() {
    return field("bkc028");
  }

  /** 医院收费项目名称 {@code hosChargeProname}。The hospital's name of the item. */
  public String name() {
    return field("hosChargeProname");
  }

  /** 收费项目等级 {@code akc065}：1 甲 2 乙 3 自费 4 特检特治。Class in the catalogue. */
  public String itemClass() {
    return field("akc065");
  }

  /** 自付比例 {@code aka069}，如 0.1000。The share to be paid upfront, such as {@code 0.1000}. */
  public String upfrontRatio() {
    return field("aka069");
  }

  /** 金额 {@code aae019}，单位分。What the line costs, in fen. */
  public long amountFen() {
    return amountFen;
  }

  /** 全自费金额 {@code bkc026}，含超限价部分，单位分。Wholly self-paid, above the ceiling included. */
  public long selfPaidFen() {
    return selfPaidFen;
  }

  /** 其中超限价自费金额 {@code akc268}，单位分。What of it is above the price ceiling. */
  public long overCeilingFen() {
    return overCeilingFen;
  }

  /** 挂钩自付金额 {@code akc228}，单位分。The upfront share. */
  public long upfrontFen() {
    return upfrontFen;
  }

  /** 符合报销范围金额 {@code bkc027}，单位分。Within the scope of the insurance. */
  public long inScopeFen() {
    return inScopeFen;
  }

  /** 按接口名取任一字段，区分大小写。Any field by its wire name, case-sensitive; empty if missing. */
  public String field(String wireName) {
    return values.text(wireName);
  }

  @Override
  public String toString() {
    return "line " + prescription() + "/" + number() + ", " + amountFen + " fen";
  }
}
